import { toIso } from '../../../contract/dates.ts';
import type {
  StaffTypeDetail,
  StaffTypeRow,
  WordingReply,
  WordingRow,
} from '../../../contract/certificate-types/endpoints.ts';
import type { ChangeRow } from '../../../contract/two-person/endpoints.ts';
import type { OneType, StaffType } from './list-types-for-staff.ts';
import type { WordingVersion } from './wordings/list-wordings.ts';
import { situationsOf } from '../letters/sample-facts.ts';

/** A row of 证明类型. */
export function presentStaffType({ type, wordingVersion, faults }: StaffType): StaffTypeRow {
  const { id, code, label, groupKey, audience, reviewMode, ruleSet, lawyerScope } = type;
  const { position, isRetired, validityMonths } = type;
  return {
    id,
    code,
    label,
    group: groupKey,
    audience,
    reviewMode,
    ruleSet,
    lawyerScope,
    position,
    isRetired,
    validityMonths,
    wordingVersion,
    faults,
  };
}

export function presentStaffTypeDetail(shown: OneType & { waiting?: ChangeRow | null }): StaffTypeDetail {
  const { type, isDraft, waiting = null } = shown;
  const { asks, eligibility, notice, version } = type;
  const situations = situationsOf(type);
  return { ...presentStaffType(shown), asks, eligibility, notice, version, isDraft, situations, waiting };
}

export function presentWordingRow({ wording, isCurrent }: WordingVersion): WordingRow {
  const { id, version, createdBy, createdAt } = wording;
  return { id, version, createdBy, createdAt: toIso(createdAt), isCurrent };
}

export function presentWording(shown: WordingVersion): WordingReply {
  const { body, rosterTitle } = shown.wording;
  return { ...presentWordingRow(shown), body, rosterTitle: rosterTitle ?? '' };
}
