import type { AssessmentResult, AssessmentState, DuesState, HoursState } from './enums.ts';
import type { SubjectKind } from '../registry/enums.ts';
import type * as schemas from './schemas.ts';
import { endpoint, type Page } from '../endpoint.ts';
import type { FirmDetail, LawyerDetail } from '../registry/endpoints.ts';

/** What every record of a member has. */
export interface MemberRecord {
  id: number;
  subjectKind: SubjectKind;
  subjectId: number;
  subjectName: string;
  subjectLicenceNo: string;
  /** Sent back on save: a save over somebody else's newer one is refused. */
  version: number;
}
/** 年度考核. */
export interface AssessmentRow extends MemberRecord {
  year: number;
  state: AssessmentState;
  result: AssessmentResult | null;
  filedOn: string | null;
  remark: string;
}
/** 会费 of one year, in fen. */
export interface DuesRow extends MemberRecord {
  year: number;
  dueFen: number;
  paidFen: number;
  state: DuesState;
  settledOn: string | null;
  remark: string;
}
/** 律协任职. */
export interface AppointmentRow extends MemberRecord {
  body: string;
  position: string;
  fromOn: string;
  /** null: still in office. */
  untilOn: string | null;
  remark: string;
}
/** 活动学时. */
export interface HoursRow extends MemberRecord {
  title: string;
  heldOn: string;
  hours: number;
  state: HoursState;
  remark: string;
}
/** 曾用名, borne until `untilOn`, that day included. */
export interface FormerNameRow extends MemberRecord {
  name: string;
  untilOn: string;
}
/** 律所合并. */
export interface MergerRow extends MemberRecord {
  otherFirmName: string;
  mergedOn: string;
  remark: string;
}
/** 执业经历: the time in one firm, both days included. */
export interface PeriodRow extends MemberRecord {
  firmId: number | null;
  /** The firm's present name, or `outsideFirmName`. */
  firmName: string;
  outsideFirmName: string;
  fromOn: string;
  /** null: still there. */
  untilOn: string | null;
}

/** The latest first, each. */
export interface FirmRecords {
  assessments: AssessmentRow[];
  dues: DuesRow[];
  formerNames: FormerNameRow[];
  mergers: MergerRow[];
}
export interface LawyerRecords {
  assessments: AssessmentRow[];
  dues: DuesRow[];
  appointments: AppointmentRow[];
  hours: HoursRow[];
  periods: PeriodRow[];
}

type ById = { id: string };

const show = <Row extends MemberRecord>(path: string, one: string) =>
  endpoint<{ params: ById; reply: Row }>()({
    method: 'GET',
    path: `/staff/${path}/:id`,
    access: 'staff',
    summary: `One ${one} of a member`,
  });
const create = <Body extends object, Row extends MemberRecord>(path: string, one: string) =>
  endpoint<{ body: Body; reply: Row }>()({
    method: 'POST',
    path: `/staff/${path}`,
    access: ['registrar'],
    summary: `Enters one ${one} of a member`,
  });
const update = <Body extends object, Row extends MemberRecord>(path: string, one: string) =>
  endpoint<{ params: ById; body: Body; reply: Row }>()({
    method: 'PUT',
    path: `/staff/${path}/:id`,
    access: ['registrar'],
    summary: `Corrects one ${one} of a member`,
  });
const remove = (path: string, one: string) =>
  endpoint<{ params: ById; query: schemas.RemoveRecord; reply: null }>()({
    method: 'DELETE',
    path: `/staff/${path}/:id`,
    access: ['registrar'],
    summary: `Removes one ${one} of a member; the audit log keeps what it said`,
  });

export const recordEndpoints = {
  showFirmRecords: endpoint<{ params: ById; reply: FirmRecords }>()({
    method: 'GET',
    path: '/staff/firms/:id/records',
    access: 'staff',
    summary: 'Assessments, dues, former names and mergers of a firm',
  }),
  showLawyerRecords: endpoint<{ params: ById; reply: LawyerRecords }>()({
    method: 'GET',
    path: '/staff/lawyers/:id/records',
    access: 'staff',
    summary: 'Assessments, dues, appointments, hours and history of firms of a lawyer',
  }),
  confirmLatinName: endpoint<{ params: ById; body: schemas.ConfirmLatinName; reply: LawyerDetail }>()({
    method: 'PUT',
    path: '/staff/lawyers/:id/latin-name',
    access: ['registrar'],
    summary: 'Confirms how a lawyer is called in Latin letters; a later change of the name ends that',
  }),

  confirmEnglishName: endpoint<{ params: ById; body: schemas.ConfirmEnglishName; reply: FirmDetail }>()({
    method: 'PUT',
    path: '/staff/firms/:id/english-name',
    access: ['registrar'],
    summary: 'Confirms how a firm is called in English; a new name of the firm ends that',
  }),

  listAssessments: endpoint<{ query: schemas.ListAssessments; reply: Page<AssessmentRow> }>()({
    method: 'GET',
    path: '/staff/assessments',
    access: 'staff',
    summary: 'Annual assessments',
  }),
  showAssessment: show<AssessmentRow>('assessments', 'annual assessment'),
  createAssessment: create<schemas.CreateAssessment, AssessmentRow>('assessments', 'annual assessment'),
  updateAssessment: update<schemas.UpdateAssessment, AssessmentRow>('assessments', 'annual assessment'),
  removeAssessment: remove('assessments', 'annual assessment'),

  listDues: endpoint<{ query: schemas.ListDues; reply: Page<DuesRow> }>()({
    method: 'GET',
    path: '/staff/dues',
    access: 'staff',
    summary: 'Membership dues',
  }),
  showDues: show<DuesRow>('dues', 'year of dues'),
  createDues: create<schemas.CreateDues, DuesRow>('dues', 'year of dues'),
  updateDues: update<schemas.UpdateDues, DuesRow>('dues', 'year of dues'),
  removeDues: remove('dues', 'year of dues'),

  showAppointment: show<AppointmentRow>('appointments', 'appointment'),
  createAppointment: create<schemas.CreateAppointment, AppointmentRow>('appointments', 'appointment'),
  updateAppointment: update<schemas.UpdateAppointment, AppointmentRow>('appointments', 'appointment'),
  removeAppointment: remove('appointments', 'appointment'),

  showHours: show<HoursRow>('activity-hours', 'activity with its hours'),
  createHours: create<schemas.CreateHours, HoursRow>('activity-hours', 'activity with its hours'),
  updateHours: update<schemas.UpdateHours, HoursRow>('activity-hours', 'activity with its hours'),
  removeHours: remove('activity-hours', 'activity with its hours'),

  showFormerName: show<FormerNameRow>('former-names', 'former name'),
  createFormerName: create<schemas.CreateFormerName, FormerNameRow>('former-names', 'former name'),
  updateFormerName: update<schemas.UpdateFormerName, FormerNameRow>('former-names', 'former name'),
  removeFormerName: remove('former-names', 'former name'),

  showMerger: show<MergerRow>('mergers', 'merger'),
  createMerger: create<schemas.CreateMerger, MergerRow>('mergers', 'merger'),
  updateMerger: update<schemas.UpdateMerger, MergerRow>('mergers', 'merger'),
  removeMerger: remove('mergers', 'merger'),

  showPeriod: show<PeriodRow>('practice-periods', 'time in a firm'),
  createPeriod: create<schemas.CreatePeriod, PeriodRow>('practice-periods', 'time in a firm'),
  updatePeriod: update<schemas.UpdatePeriod, PeriodRow>('practice-periods', 'time in a firm'),
  removePeriod: remove('practice-periods', 'time in a firm'),
} as const;
