import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { select } from '../../../platform/db/database.ts';
import { inList } from '../../../platform/db/keyset.ts';
import type { Subjects } from './lock-subjects.ts';
import type { AppointmentFact, AssessmentFact, DuesFact, HoursOfKind, MemberRecords } from './records.ts';
import { SUBJECT_KINDS } from '../../../contract/registry/enums.ts';
import { oneOf, day } from '../../../contract/reply-parts.ts';
import {
  ASSESSMENT_STATES,
  ASSESSMENT_RESULTS,
  DUES_STATES,
  HOURS_KINDS,
  HOURS_STATES,
} from '../../../contract/records/enums.ts';

const SUBJECT = `CASE WHEN r.firm_id IS NULL THEN 'lawyer' ELSE 'firm' END AS subjectKind,
  COALESCE(r.firm_id, r.lawyer_id) AS subjectId`;

const hoursFactRow = z.strictObject({
  state: oneOf(HOURS_STATES),
  title: z.string(),
  lawyerId: z.int(),
  heldOn: day,
  tenths: z.int(),
  kind: oneOf(HOURS_KINDS),
});

const appointmentFactRow = z.strictObject({
  lawyerId: z.int(),
  body: z.string(),
  position: z.string(),
  fromOn: day,
  untilOn: day.nullable(),
});

const duesFactRow = z.strictObject({
  subjectKind: oneOf(SUBJECT_KINDS),
  subjectId: z.int(),
  year: z.int(),
  dueFen: z.int(),
  paidFen: z.int(),
  state: oneOf(DUES_STATES),
  settledOn: day.nullable(),
});

const assessmentFactRow = z.strictObject({
  subjectKind: oneOf(SUBJECT_KINDS),
  subjectId: z.int(),
  year: z.int(),
  state: oneOf(ASSESSMENT_STATES),
  result: oneOf(ASSESSMENT_RESULTS).nullable(),
  filedOn: day.nullable(),
});

/**
 * What the registry keeps about these members year by year, in four queries however many they are; firms before
 * lawyers, each by id, the earliest first. Lock them first (lock-subjects.ts) if a letter rests on it.
 */
export async function readMemberRecords(subjects: Subjects, t?: Transaction): Promise<MemberRecords> {
  return {
    assessments: await readAssessments(subjects, t),
    dues: await readDues(subjects, t),
    appointments: await readAppointments(subjects, t),
    hours: (await readHours(subjects, t)).map(({ kind: _kind, ...fact }) => fact),
  };
}

/** 年度考核 of these members, as above. */
export function readAssessments(subjects: Subjects, t?: Transaction): Promise<AssessmentFact[]> {
  const { sql, values } = ofEither(subjects);
  return select(
    assessmentFactRow,
    `SELECT ${SUBJECT}, r.year, r.state, r.result, r.filed_on AS filedOn FROM assessments r WHERE ${sql}`,
    values,
    t,
  );
}

/** 会费 of these members, as above. */
export function readDues(subjects: Subjects, t?: Transaction): Promise<DuesFact[]> {
  const { sql, values } = ofEither(subjects);
  return select(
    duesFactRow,
    `SELECT ${SUBJECT}, r.year, r.due_fen AS dueFen, r.paid_fen AS paidFen, r.state, r.settled_on AS settledOn
     FROM dues r WHERE ${sql}`,
    values,
    t,
  );
}

/** 律协任职 of these lawyers, as above. */
export function readAppointments({ lawyerIds }: Subjects, t?: Transaction): Promise<AppointmentFact[]> {
  const { row, sql, values } = appointmentsOf(lawyerIds);
  return select(row, sql, values, t);
}

/** The same, to be read together with what stands beside it. */
export function appointmentsOf(lawyerIds: readonly number[]) {
  const lawyers = inList(lawyerIds);
  const sql = `SELECT lawyer_id AS lawyerId, body, position, from_on AS fromOn, until_on AS untilOn FROM appointments
    WHERE lawyer_id IN ${lawyers.sql} ORDER BY lawyer_id, from_on, id`;
  return { row: appointmentFactRow, sql, values: lawyers.values };
}

/** 活动学时 of these lawyers, as above. */
export async function readHours({ lawyerIds }: Subjects, t?: Transaction): Promise<HoursOfKind[]> {
  const lawyers = inList(lawyerIds);
  const rows = await select(
    hoursFactRow,
    `SELECT lawyer_id AS lawyerId, title, held_on AS heldOn, tenths, state, kind FROM activity_hours
     WHERE lawyer_id IN ${lawyers.sql} ORDER BY lawyer_id, held_on, id`,
    lawyers.values,
    t,
  );
  return rows.map(({ tenths, ...fact }) => ({ ...fact, hours: tenths / 10 }));
}

function ofEither({ firmIds, lawyerIds }: Subjects) {
  const firms = inList(firmIds);
  const lawyers = inList(lawyerIds);
  return {
    sql: `r.firm_id IN ${firms.sql} OR r.lawyer_id IN ${lawyers.sql}
    ORDER BY r.firm_id IS NULL, r.firm_id, r.lawyer_id, r.year`,
    values: [...firms.values, ...lawyers.values],
  };
}
