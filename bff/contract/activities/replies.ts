import { z } from 'zod';
import { content } from '../activity-content/replies.ts';
import { SERIES_WAYS } from '../activity-series/enums.ts';
import { ownDraw, staffDraw } from '../draws/replies.ts';
import { eligibility } from '../eligibility/schemas.ts';
import { LAWYER_STATUSES } from '../registry/enums.ts';
import { instant, oneOf, pageOf, reply } from '../reply-parts.ts';
import {
  ACTIVITY_KINDS,
  ADMISSIONS,
  ACTIVITY_PHASES,
  ACTIVITY_REFUNDS,
  ACTIVITY_VISIBILITIES,
  ACTIVITY_WARNINGS,
  ANSWER_KINDS,
  LEAVE_REASONS,
  PRESENCE_OUTCOMES,
  PRESENCE_WAYS,
  REGISTRATION_EVENTS,
  REGISTRATION_STATES,
  WAITING_WAYS,
} from './enums.ts';

/** What is possible now: until when, with what is to be known before; or why not. */
const right = z.union([
  z.strictObject({ until: instant, note: z.string() }),
  z.strictObject({ until: z.null(), reason: z.string() }),
]);
export type RightReply = z.infer<typeof right>;

const formField = reply('ActivityFormField', {
  key: z.string(),
  label: z.string(),
  hint: z.string(),
  kind: oneOf(ANSWER_KINDS),
  isRequired: z.boolean(),
  choices: z.array(z.string()),
});
export type FormFieldReply = z.infer<typeof formField>;

const answers = z.record(z.string(), z.union([z.string(), z.boolean(), z.number()]));

/** What every list and page says of an activity. */
export const named = {
  id: z.int(),
  title: z.string(),
  kind: oneOf(ACTIVITY_KINDS),
  phase: oneOf(ACTIVITY_PHASES),
  isOnline: z.boolean(),
  place: z.string(),
  opensAt: instant,
  closesAt: instant,
  beginsAt: instant,
  endsAt: instant,
  hoursTenths: z.int(),
  capacity: z.int(),
  /** How many seats are left. */
  left: z.int(),
  /** So many of one firm at most; 0: as many as there are seats. */
  perFirmMax: z.int(),
};

/** Whether somebody came, and how that is known; null: nobody has said. */
const presence = z
  .strictObject({
    outcome: oneOf(PRESENCE_OUTCOMES),
    arrivedAt: instant.nullable(),
    leftAt: instant.nullable(),
    way: oneOf(PRESENCE_WAYS),
    /** Why an absence does not count; '' where it does. */
    excuseReason: z.string(),
    /** Of an online activity; null: not known. */
    minutes: z.int().nullable(),
  })
  .nullable();

/** 正在报名活动: open, and for this member. */
export const openActivities = reply('OpenActivities', {
  /** By the server's clock: clients count down from it. */
  now: instant,
  /** `fee`: in words, of the groups that the member fits. */
  items: z.array(
    z.strictObject({
      ...named,
      fee: z.string(),
      /** The series that it is a session of; clients show the sessions of one series as one line. */
      series: z.strictObject({ id: z.int(), title: z.string(), way: oneOf(SERIES_WAYS) }).nullable(),
    }),
  ),
});
export type OpenActivities = z.infer<typeof openActivities>;
export type OpenActivity = OpenActivities['items'][number];

const ownState = {
  state: oneOf(REGISTRATION_STATES),
  group: z.string(),
  signedAt: instant,
  /** From 1; null: does not wait. */
  position: z.int().nullable(),
  /** Until when an offered seat is held. */
  offerUntil: instant.nullable(),
  /** Until when the seat is held for its payment. */
  payUntil: instant.nullable(),
};

/** 我已报名活动. */
export const ownRegistrations = reply('OwnRegistrations', {
  now: instant,
  items: z.array(
    z.strictObject({
      registrationId: z.int(),
      activityId: z.int(),
      title: z.string(),
      phase: oneOf(ACTIVITY_PHASES),
      place: z.string(),
      beginsAt: instant,
      endsAt: instant,
      ...ownState,
    }),
  ),
});
export type OwnRegistrations = z.infer<typeof ownRegistrations>;
export type OwnRegistrationRow = OwnRegistrations['items'][number];

const change = z.strictObject({ at: instant, field: z.string(), before: z.string(), after: z.string() });

/** An activity as a member reads it, with what he can do now. */
export const activityPage = reply('ActivityPage', {
  now: instant,
  ...named,
  ...content,
  admission: oneOf(ADMISSIONS),
  /** 抽签; null: seats are given in another way. */
  draw: ownDraw.nullable(),
  waiting: oneOf(WAITING_WAYS),
  /** Groups that the member fits, or all of them where he fits none. */
  groups: z.array(
    z.strictObject({
      id: z.int(),
      name: z.string(),
      capacity: z.int(),
      left: z.int(),
      feeFen: z.int(),
      unmet: z.array(z.string()),
    }),
  ),
  /** What goes back of the fee, as who signs up now is promised; '' where it is free. */
  refundRule: z.string(),
  form: z.array(formField),
  /** Why the member does not fit, a sentence each; empty: he does. */
  unmet: z.array(z.string()),
  /** Own registrations at the same time. */
  clashes: z.array(z.string()),
  can: z.strictObject({ signUp: right, cancel: right, leave: right }),
  /** Of a lawyer whose absences have him wait for this activity now; null: he may have a seat. */
  restriction: z.strictObject({ until: instant, servedFrom: instant }).nullable(),
  /** The latest of one's own; null: none. */
  own: z
    .strictObject({
      id: z.int(),
      ...ownState,
      /** From when the meeting may be entered; null: there is none, or no seat in it. */
      meetingFrom: instant.nullable(),
      cancelUntil: instant,
      leaveUntil: instant,
      feeFen: z.int(),
      /** As it was promised. */
      refundRule: z.string(),
      reason: z.string(),
      /** The form has questions that the firm, which signed the lawyer up, could not answer for him. */
      asksAnswers: z.boolean(),
      presence,
      answers,
      /** Until when they may be changed; null: no more, or there is nothing to answer. */
      answersUntil: instant.nullable(),
      /** 待补充: questions that were added later and must be answered. */
      missing: z.array(z.string()),
      timeline: z.array(z.strictObject({ at: instant, event: oneOf(REGISTRATION_EVENTS), note: z.string() })),
    })
    .nullable(),
  changes: z.array(change),
});
export type ActivityPage = z.infer<typeof activityPage>;

/** What became of a sign-up. */
export const signedUp = reply('SignedUp', { registrationId: z.int(), state: oneOf(REGISTRATION_STATES) });
export type SignedUp = z.infer<typeof signedUp>;

export const activityRows = reply(
  'ActivityRows',
  pageOf(
    z.strictObject({
      ...named,
      taken: z.int(),
      waitingCount: z.int(),
      /** Who waits for the office to admit him. */
      appliedCount: z.int(),
      createdBy: z.string(),
    }),
  ).shape,
);
export type ActivityRows = z.infer<typeof activityRows>;
export type ActivityRow = ActivityRows['items'][number];

/** An activity as staff write it. */
export const staffActivity = reply('StaffActivity', {
  ...named,
  ...content,
  meetingUrl: z.string(),
  cancelHours: z.int(),
  leaveHours: z.int(),
  cancelUntil: instant,
  leaveUntil: instant,
  advanceLeave: z.boolean(),
  admission: oneOf(ADMISSIONS),
  drawSource: z.string(),
  drawAt: instant.nullable(),
  /** Made at publishing; null before, and where seats are given in another way. */
  draw: staffDraw.nullable(),
  waiting: oneOf(WAITING_WAYS),
  leaveRefund: z.union([z.literal(100), z.literal(50), z.literal(0)]),
  offersStopHours: z.int(),
  visibility: oneOf(ACTIVITY_VISIBILITIES),
  eligibility: eligibility.nullable(),
  groups: z.array(
    z.strictObject({
      id: z.int(),
      name: z.string(),
      capacity: z.int(),
      taken: z.int(),
      eligibility: eligibility.nullable(),
      feeFen: z.int(),
    }),
  ),
  form: z.array(formField),
  /** Fields that the form asked once and asks no more; their answers can still be read. */
  retired: z.array(formField),
  copiedFrom: z.int().nullable(),
  taken: z.int(),
  /** State → how many registrations. */
  counts: z.partialRecord(oneOf(REGISTRATION_STATES), z.int()),
  /** 资格变动: live registrations of who is no longer an active member, of which staff have yet to decide. */
  changedStatuses: z.int(),
  warnings: z.array(oneOf(ACTIVITY_WARNINGS)),
  /** The other activities of the warning. */
  clashes: z.array(z.string()),
  createdBy: z.string(),
  publishedBy: z.string(),
  publishedAt: instant.nullable(),
  opinion: z.string(),
  refundState: oneOf(ACTIVITY_REFUNDS),
  changes: z.array(z.strictObject({ ...change.shape, by: z.string() })),
  version: z.int(),
  can: z.strictObject({
    edit: z.boolean(),
    submit: z.boolean(),
    publish: z.boolean(),
    sendBack: z.boolean(),
    hide: z.boolean(),
    show: z.boolean(),
    cancel: z.boolean(),
    add: z.boolean(),
    /** 审核录取: of those who have applied. */
    admit: z.boolean(),
    /** 登记到场: those who came, and those who did not. */
    markPresent: z.boolean(),
    markAbsent: z.boolean(),
  }),
});
export type StaffActivity = z.infer<typeof staffActivity>;

export const registrationRow = z.strictObject({
  id: z.int(),
  lawyerId: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  firm: z.string(),
  phone: z.string(),
  group: z.string(),
  state: oneOf(REGISTRATION_STATES),
  signedAt: instant,
  offerUntil: instant.nullable(),
  feeFen: z.int(),
  payUntil: instant.nullable(),
  paidAt: instant.nullable(),
  leaveReason: oneOf(LEAVE_REASONS).nullable(),
  reason: z.string(),
  /** Why staff have put it before all who wait; '': nobody has. */
  movedFor: z.string(),
  /** 资格变动: what the lawyer is now, while staff have yet to decide; null: nothing is to be decided. */
  changedTo: oneOf(LAWYER_STATUSES).nullable(),
  presence,
  answers,
});
export const registrationRows = reply('RegistrationRows', pageOf(registrationRow).shape);
export type RegistrationRows = z.infer<typeof registrationRows>;
export type RegistrationRow = RegistrationRows['items'][number];
