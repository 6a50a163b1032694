import type {
  AssessmentResult,
  AssessmentState,
  DuesState,
  HoursKind,
  HoursState,
} from '../../../contract/records/enums.ts';
import type { SubjectKind } from '../../../contract/registry/enums.ts';

/** What the registry keeps about members year by year: plain data, dates yyyy-MM-dd, money in fen. */

/** 年度考核: one a year and member. */
export interface AssessmentFact {
  subjectKind: SubjectKind;
  subjectId: number;
  year: number;
  state: AssessmentState;
  result: AssessmentResult | null;
  /** The day the result was filed. */
  filedOn: string | null;
}

/** 会费: one account a year and member. */
export interface DuesFact {
  subjectKind: SubjectKind;
  subjectId: number;
  year: number;
  dueFen: number;
  paidFen: number;
  state: DuesState;
  /** The day on which nothing was owed any more. */
  settledOn: string | null;
}

/** 律协任职, both days included. */
export interface AppointmentFact {
  lawyerId: number;
  body: string;
  position: string;
  fromOn: string;
  /** The last day; null: still in office. */
  untilOn: string | null;
}

/** 活动学时. */
export interface HoursFact {
  lawyerId: number;
  title: string;
  heldOn: string;
  /** In halves at the least: 1.5. */
  hours: number;
  state: HoursState;
}

/** The same, with what it was about, which no letter states. */
export interface HoursOfKind extends HoursFact {
  kind: HoursKind;
}

export interface MemberRecords {
  assessments: AssessmentFact[];
  dues: DuesFact[];
  appointments: AppointmentFact[];
  hours: HoursFact[];
}
