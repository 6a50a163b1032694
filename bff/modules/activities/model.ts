import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type {
  Admission,
  ActivityKind,
  ActivityRefund,
  ActivityState,
  ActivityVisibility,
  LeaveReason,
  LeaveRefund,
  RegistrationState,
  WaitingWay,
} from '../../contract/activities/enums.ts';
import type { FormField } from '../../contract/activity-forms/schemas.ts';
import type { LawyerStatus } from '../../contract/registry/enums.ts';
import type { Eligibility } from '../../contract/eligibility/schemas.ts';
import {
  flag,
  id,
  number,
  optionalReference,
  optionalString,
  reference,
  string,
} from '../../platform/db/attributes.ts';
import { jsonColumn } from '../../platform/db/json-column.ts';
import { defineModel } from '../../platform/db/models.ts';

const text = () => ({ type: DataTypes.TEXT, allowNull: false });
const optionalNumber = () => ({ type: DataTypes.BIGINT, allowNull: true });

/** 活动: what members sign up for. Instants are epoch ms. */
export class Activity extends Model<InferAttributes<Activity>, InferCreationAttributes<Activity>> {
  declare id: CreationOptional<number>;
  declare title: string;
  declare kind: ActivityKind;
  declare state: ActivityState;
  /** The series that it is a session of; null: of none. */
  declare seriesId: CreationOptional<number | null>;
  declare organiser: string;
  declare speakers: string;
  /** In plain words, as they are searched. */
  declare details: string;
  /** The same as rich text; null: they were written before there was any. */
  declare detailsBody: CreationOptional<string | null>;
  declare notice: string;
  declare contact: string;
  declare isOnline: boolean;
  /** Where an online activity is held; ''. Only who has a seat is told it. */
  declare meetingUrl: CreationOptional<string>;
  declare place: string;
  declare address: string;
  /** Latitude and longitude of GCJ-02, or ''. */
  declare mapPoint: CreationOptional<string>;
  declare opensAt: number;
  declare closesAt: number;
  declare cancelUntil: number;
  declare leaveUntil: number;
  declare beginsAt: number;
  declare endsAt: number;
  declare cancelHours: number;
  declare leaveHours: number;
  declare advanceLeave: boolean;
  declare capacity: number;
  /** How many seats are taken, by registrations and by offers. */
  declare taken: number;
  /** So many of one firm at most; 0: as many as there are seats. */
  declare perFirmMax: CreationOptional<number>;
  declare admission: CreationOptional<Admission>;
  /** The public draw on which 抽签 rests. */
  declare drawSource: CreationOptional<string>;
  declare drawAt: CreationOptional<number | null>;
  declare waiting: WaitingWay;
  /** Percent of the fee. */
  declare leaveRefund: CreationOptional<LeaveRefund>;
  declare offersStopHours: number;
  declare visibility: ActivityVisibility;
  declare eligibility: Eligibility | null;
  declare form: FormField[];
  /** Questions that the form asked once and asks no more; the answers that were given to them are kept. */
  declare retired: CreationOptional<FormField[] | null>;
  /** The activity of which it was made a copy. */
  declare copiedFromId: CreationOptional<number | null>;
  declare hoursTenths: number;
  declare createdById: number;
  declare createdBy: string;
  declare submittedById: number | null;
  declare publishedBy: string;
  declare publishedAt: number | null;
  declare opinion: string;
  declare cancelReason: string;
  /** Cancelled at short notice: who had a seat is told by text as well. */
  declare cancelledUrgently: CreationOptional<boolean>;
  declare cancelledById: CreationOptional<number | null>;
  declare refundState: CreationOptional<ActivityRefund>;
  declare version: number;
}
defineModel(
  Activity,
  {
    id: id(),
    title: string(),
    kind: string(),
    state: string(),
    seriesId: optionalReference(),
    organiser: string(),
    speakers: string(),
    details: text(),
    detailsBody: { type: DataTypes.TEXT, allowNull: true },
    notice: text(),
    contact: string(),
    isOnline: flag(),
    meetingUrl: { ...string(), defaultValue: '' },
    place: string(),
    address: string(),
    mapPoint: { ...string(), defaultValue: '' },
    opensAt: number(),
    closesAt: number(),
    cancelUntil: number(),
    leaveUntil: number(),
    beginsAt: number(),
    endsAt: number(),
    cancelHours: number(),
    leaveHours: number(),
    advanceLeave: flag(),
    capacity: number(),
    taken: number(),
    perFirmMax: { ...number(), defaultValue: 0 },
    admission: { ...string(), defaultValue: 'order' },
    drawSource: { ...string(), defaultValue: '' },
    drawAt: optionalNumber(),
    waiting: string(),
    leaveRefund: { ...number(), defaultValue: 100 },
    offersStopHours: number(),
    visibility: string(),
    eligibility: jsonColumn('eligibility'),
    form: jsonColumn('form'),
    retired: jsonColumn('retired'),
    copiedFromId: optionalReference(),
    hoursTenths: number(),
    createdById: number(),
    createdBy: string(),
    submittedById: optionalReference(),
    publishedBy: string(),
    publishedAt: optionalNumber(),
    opinion: string(),
    cancelReason: string(),
    cancelledUrgently: { ...flag(), defaultValue: false },
    cancelledById: optionalReference(),
    refundState: { ...string(), defaultValue: '' },
    version: number(),
  },
  { tableName: 'activities' },
);

/** A part of an activity with seats and conditions of its own; every activity has one at least. */
export class ActivityGroup extends Model<InferAttributes<ActivityGroup>, InferCreationAttributes<ActivityGroup>> {
  declare id: CreationOptional<number>;
  declare activityId: number;
  declare name: string;
  declare capacity: number;
  declare taken: number;
  declare eligibility: Eligibility | null;
  /** Fee of one registration, in fen; 0: free. */
  declare feeFen: CreationOptional<number>;
}
defineModel(
  ActivityGroup,
  {
    id: id(),
    activityId: reference(),
    name: string(),
    capacity: number(),
    taken: number(),
    eligibility: jsonColumn('eligibility'),
    feeFen: { ...number(), defaultValue: 0 },
  },
  { tableName: 'activity_groups' },
);

/** One lawyer in one activity, with what was promised when he signed up. */
export class Registration extends Model<InferAttributes<Registration>, InferCreationAttributes<Registration>> {
  declare id: CreationOptional<number>;
  declare activityId: number;
  declare groupId: number;
  declare lawyerId: number;
  declare firmId: number | null;
  declare accountId: number;
  /** The firm that signed its lawyer up; null: somebody else did. */
  declare byFirmId: CreationOptional<number | null>;
  declare state: RegistrationState;
  declare liveKey: string | null;
  /** When the activity was to begin, as its lawyer was told last; 0: not noted. */
  declare toldBeginsAt: CreationOptional<number>;
  /** The same, as he was reminded of it the day before; 0: was not. */
  declare remindedFor: CreationOptional<number>;
  /** The status of the lawyer with which staff let it stand; '': nobody has decided. */
  declare keptStatus: CreationOptional<LawyerStatus | ''>;
  declare cancelUntil: number;
  declare leaveFrom: number;
  declare leaveUntil: number;
  declare feeFen: number;
  declare leaveRefund: LeaveRefund;
  /** Until when its seat is held for the payment. */
  declare payUntil: number | null;
  declare paidAt: number | null;
  /** On the waiting list the smaller comes first, then whoever signed up earlier. */
  declare queue: CreationOptional<number>;
  /** Why staff have put it before all who wait; '': nobody has. */
  declare movedFor: CreationOptional<string>;
  /** From when one who waits because of his absences may have a seat; 0: at once. */
  declare servedFrom: CreationOptional<number>;
  declare answers: Record<string, string | number | boolean>;
  declare signedAt: number;
  declare offerUntil: number | null;
  declare leaveReason: LeaveReason | null;
  declare reason: string;
  declare endedAt: number | null;
  /** The record of hours in the registry that was written for it; null: none was. */
  declare hoursRecordId: number | null;
  declare idempotencyKey: string;
  declare contentHash: string;
}
defineModel(
  Registration,
  {
    id: id(),
    activityId: reference(),
    groupId: reference(),
    lawyerId: reference(),
    firmId: optionalReference(),
    accountId: number(),
    byFirmId: optionalReference(),
    state: string(),
    liveKey: optionalString(),
    toldBeginsAt: { ...number(), defaultValue: 0 },
    remindedFor: { ...number(), defaultValue: 0 },
    keptStatus: { ...string(), defaultValue: '' },
    cancelUntil: number(),
    leaveFrom: number(),
    leaveUntil: number(),
    feeFen: number(),
    leaveRefund: number(),
    payUntil: optionalNumber(),
    paidAt: optionalNumber(),
    queue: { ...number(), defaultValue: 0 },
    movedFor: { ...string(), defaultValue: '' },
    servedFrom: { ...number(), defaultValue: 0 },
    answers: jsonColumn('answers'),
    signedAt: number(),
    offerUntil: optionalNumber(),
    leaveReason: optionalString(),
    reason: string(),
    endedAt: optionalNumber(),
    hoursRecordId: optionalReference(),
    idempotencyKey: string(),
    contentHash: string(),
  },
  { tableName: 'activity_registrations' },
);

/** What was changed after publishing, for members to read. */
export class ActivityChange extends Model<InferAttributes<ActivityChange>, InferCreationAttributes<ActivityChange>> {
  declare id: CreationOptional<number>;
  declare activityId: number;
  declare at: number;
  declare byName: string;
  declare field: string;
  declare beforeWords: string;
  declare afterWords: string;
}
defineModel(
  ActivityChange,
  {
    id: id(),
    activityId: reference(),
    at: number(),
    byName: string(),
    field: string(),
    beforeWords: string(),
    afterWords: string(),
  },
  { tableName: 'activity_changes' },
);
