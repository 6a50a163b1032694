import type { DisciplineKind, DisciplineState, FirmStatus, LawyerStatus, SubjectKind } from '../../contract/enums.ts';

/** What automatic review looks at; read by `read-facts.ts`, judged by `rules.ts`. */

export interface DisciplineFact {
  kind: DisciplineKind;
  state: DisciplineState;
  documentNo: string;
  decidedOn: string | null;
  effectiveFromOn: string | null;
  effectiveUntilOn: string | null;
}
export interface FirmFacts {
  id: number;
  name: string;
  licenceNo: string;
  uscc: string;
  address: string;
  approvedOn: string;
  status: FirmStatus;
  pendingChange: string;
  formerNames: { name: string; untilOn: string }[];
  discipline: DisciplineFact[];
}
export interface LawyerFacts {
  id: number;
  name: string;
  licenceNo: string;
  firmId: number | null;
  firmName: string;
  status: LawyerStatus;
  identityMatchedOn: string | null;
  joinedOn: string;
  firstPractisedOn: string;
  pendingChange: string;
  /** In order of time; firmId null: a firm outside this association. */
  periods: { firmId: number | null; firmName: string; fromOn: string; untilOn: string | null }[];
  discipline: DisciplineFact[];
}
/** Everything a decision may look at. */
export interface ReviewFacts {
  today: string;
  /** Instant at which the facts were read, epoch ms. */
  readAt: number;
  since: string | null;
  firm: FirmFacts | null;
  lawyers: LawyerFacts[];
  /** Characters of printed fields that the letter's fonts lack, by subject. */
  unprintable: { subject: Subject; characters: string[] }[];
}
export interface Subject {
  kind: SubjectKind;
  id: number;
  name: string;
}
