import { z } from 'zod';
import {
  ASSESSMENT_RESULTS,
  ASSESSMENT_STATES,
  DUES_STATES,
  HOURS_KINDS,
  HOURS_MODES,
  HOURS_SOURCES,
  HOURS_STATES,
} from './enums.ts';
import { SUBJECT_KINDS } from '../registry/enums.ts';
import { day, oneOf, reply } from '../reply-parts.ts';

/** What every record of a member has. */
export const memberRecord = reply('MemberRecord', {
  id: z.int(),
  subjectKind: oneOf(SUBJECT_KINDS),
  subjectId: z.int(),
  subjectName: z.string(),
  subjectLicenceNo: z.string(),
  /** Sent back on save: a save over somebody else's newer one is refused. */
  version: z.int(),
});
export type MemberRecord = z.infer<typeof memberRecord>;

/** 年度考核. */
export const assessmentRow = reply('AssessmentRow', {
  ...memberRecord.shape,
  year: z.int(),
  state: oneOf(ASSESSMENT_STATES),
  result: oneOf(ASSESSMENT_RESULTS).nullable(),
  filedOn: day.nullable(),
  remark: z.string(),
});
export type AssessmentRow = z.infer<typeof assessmentRow>;

/** 会费 of one year, in fen. */
export const duesRow = reply('DuesRow', {
  ...memberRecord.shape,
  year: z.int(),
  dueFen: z.int(),
  paidFen: z.int(),
  state: oneOf(DUES_STATES),
  settledOn: day.nullable(),
  remark: z.string(),
});
export type DuesRow = z.infer<typeof duesRow>;

/** 律协任职. */
export const appointmentRow = reply('AppointmentRow', {
  ...memberRecord.shape,
  body: z.string(),
  position: z.string(),
  fromOn: day,
  /** null: still in office. */
  untilOn: day.nullable(),
  remark: z.string(),
});
export type AppointmentRow = z.infer<typeof appointmentRow>;

/** 活动学时. */
export const hoursRow = reply('HoursRow', {
  ...memberRecord.shape,
  title: z.string(),
  heldOn: day,
  hours: z.number(),
  kind: oneOf(HOURS_KINDS),
  mode: oneOf(HOURS_MODES),
  source: oneOf(HOURS_SOURCES),
  state: oneOf(HOURS_STATES),
  remark: z.string(),
});
export type HoursRow = z.infer<typeof hoursRow>;

/** 曾用名, borne until `untilOn`, that day included. */
export const formerNameRow = reply('FormerNameRow', {
  ...memberRecord.shape,
  name: z.string(),
  untilOn: day,
});
export type FormerNameRow = z.infer<typeof formerNameRow>;

/** 律所合并. */
export const mergerRow = reply('MergerRow', {
  ...memberRecord.shape,
  otherFirmName: z.string(),
  mergedOn: day,
  remark: z.string(),
});
export type MergerRow = z.infer<typeof mergerRow>;

/** 执业经历: the time in one firm, both days included. */
export const periodRow = reply('PeriodRow', {
  ...memberRecord.shape,
  firmId: z.int().nullable(),
  /** The firm's present name, or `outsideFirmName`. */
  firmName: z.string(),
  outsideFirmName: z.string(),
  fromOn: day,
  /** null: still there. */
  untilOn: day.nullable(),
});
export type PeriodRow = z.infer<typeof periodRow>;

/** The latest first, each. */
export const firmRecords = reply('FirmRecords', {
  assessments: z.array(assessmentRow),
  dues: z.array(duesRow),
  formerNames: z.array(formerNameRow),
  mergers: z.array(mergerRow),
});
export type FirmRecords = z.infer<typeof firmRecords>;

export const lawyerRecords = reply('LawyerRecords', {
  assessments: z.array(assessmentRow),
  dues: z.array(duesRow),
  appointments: z.array(appointmentRow),
  hours: z.array(hoursRow),
  periods: z.array(periodRow),
});
export type LawyerRecords = z.infer<typeof lawyerRecords>;
