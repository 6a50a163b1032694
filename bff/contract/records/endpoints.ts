import type * as schemas from './schemas.ts';
import type {
  MemberRecord,
  AssessmentRow,
  DuesRow,
  AppointmentRow,
  HoursRow,
  FormerNameRow,
  MergerRow,
  PeriodRow,
  FirmRecords,
  LawyerRecords,
} from './replies.ts';
import { endpoint, type Page } from '../endpoint.ts';
import type { FirmDetail, LawyerDetail } from '../registry/replies.ts';

export type * from './replies.ts';

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
