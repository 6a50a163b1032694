import type { CorrectionFieldKey } from '../corrections/enums.ts';
import type { SubjectKind } from '../registry/enums.ts';
import type { TicketCategoryKey } from '../tickets/enums.ts';

/** What a ticket needs that asks for another value of the registry. */
export interface FieldChange {
  /** In whose queue it stands, and by when it is answered. */
  category: TicketCategoryKey;
  /** What has to be attached; null: whatever proves it. */
  proof: string | null;
  /** Whether a second person must agree, because whoever has such an entry changed may speak for the member afterwards. */
  takesTwo: boolean;
}

const LICENCE = '律师执业证扫描件';
const BOTH = '身份证和律师执业证扫描件';
const FIRM_LICENCE = '律师事务所执业许可证扫描件';

/** Any entry that is not named below: proof is whatever the member has. */
const ANY: FieldChange = { category: 'registry', proof: null, takesTwo: false };

/**
 * Category, proof and persons of every entry of the registry that a ticket may have changed (desk.md, New ticket); the act
 * is that of the registry page, by the entry's own input (`CORRECTION_FIELDS`).
 */
const FIELD_CHANGES: Record<SubjectKind, Partial<Record<CorrectionFieldKey, FieldChange>>> = {
  lawyer: {
    name: { category: 'name', proof: BOTH, takesTwo: true },
    identity: { category: 'identity', proof: BOTH, takesTwo: true },
    licenceNo: { category: 'licence_no', proof: LICENCE, takesTwo: false },
    transfer: { category: 'transfer', proof: '新的律师执业证扫描件', takesTwo: false },
    firm: { category: 'transfer', proof: LICENCE, takesTwo: false },
    phone: { ...ANY, takesTwo: true },
  },
  firm: {
    name: { ...ANY, proof: FIRM_LICENCE, takesTwo: true },
    licenceNo: { ...ANY, proof: FIRM_LICENCE },
    uscc: { ...ANY, proof: FIRM_LICENCE },
    phone: { ...ANY, takesTwo: true },
  },
};

/** What a ticket about this entry needs. */
export const fieldChange = (kind: SubjectKind, field: CorrectionFieldKey): FieldChange =>
  FIELD_CHANGES[kind][field] ?? ANY;

/** Categories whose form asks for the entry and its right value: category → the lawyer's entry that it is about. */
export const CHANGE_CATEGORIES = {
  licence_no: 'licenceNo',
  identity: 'identity',
  name: 'name',
  transfer: 'transfer',
  registry: null,
} as const satisfies Partial<Record<TicketCategoryKey, CorrectionFieldKey | null>>;
