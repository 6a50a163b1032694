import type {
  DisciplineKind,
  DisciplineState,
  FirmKind,
  FirmStatus,
  LawyerCategory,
  LawyerStatus,
  Sex,
} from '../../../contract/registry/enums.ts';

/** Facts of the registry that review and letters rest on: plain data, dates yyyy-MM-dd. */

export interface DisciplineFact {
  id: number;
  kind: DisciplineKind;
  state: DisciplineState;
  documentNo: string;
  decidedOn: string | null;
  effectiveFromOn: string | null;
  /** The last day of its effect; null: without end. */
  effectiveUntilOn: string | null;
}

export interface FirmFacts {
  id: number;
  name: string;
  /** As staff have confirmed it; empty: not yet. */
  englishName: string;
  kind: FirmKind;
  licenceNo: string;
  uscc: string;
  address: string;
  personInCharge: string;
  approvedOn: string;
  status: FirmStatus;
  /** The day of a cancelled firm's end; null: not cancelled, or unknown. */
  cancelledOn: string | null;
  /** What is being changed and not decided yet, in words; empty: nothing. */
  pendingChange: string;
  /** The earliest first; each was borne until `untilOn`, that day included. */
  formerNames: { name: string; untilOn: string }[];
  /** The earliest first; the other firm by the name it bore. */
  mergers: { otherFirmName: string; mergedOn: string }[];
  /** 执业律师 in good standing. */
  lawyerCount: number;
  discipline: DisciplineFact[];
}

/** The time in one firm, both days included; `firmId` null: a firm of another association. */
export interface PracticePeriod {
  firmId: number | null;
  firmName: string;
  /** As staff have confirmed it; empty: not yet, or the firm of another association. */
  firmEnglishName?: string;
  fromOn: string;
  untilOn: string | null;
}

export interface LawyerFacts {
  id: number;
  name: string;
  latinName: string;
  /** The day on which staff confirmed the Latin name as it stands; null: not yet. */
  latinNameConfirmedOn: string | null;
  sex: Sex;
  licenceNo: string;
  category: LawyerCategory;
  status: LawyerStatus;
  /** The day of a cancelled lawyer's end; null: not cancelled, or unknown. */
  cancelledOn: string | null;
  firmId: number | null;
  firmName: string;
  /** As staff have confirmed it; empty: not yet, or in no firm. */
  firmEnglishName: string;
  /** The status of the firm he or she is in; null: in none. */
  firmStatus: FirmStatus | null;
  firmPendingChange: string;
  identityMatchedOn: string | null;
  identityMasked: string;
  joinedOn: string;
  firstPractisedOn: string;
  pendingChange: string;
  /** The earliest first. */
  periods: PracticePeriod[];
  discipline: DisciplineFact[];
}
