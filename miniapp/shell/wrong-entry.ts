import {
  correctionField,
  type CORRECTION_FIELDS,
  type CorrectionFieldKey,
} from '../../bff/contract/corrections/enums.ts';
import type { SubjectKind } from '../../bff/contract/registry/enums.ts';
import { pageUrl } from '../addresses.ts';
import type { FactAct } from '../ui/sheets/sheet.tsx';

/** 信息有误 beside an entry of the registry, 转所 beside the firm: leads to the ticket's form, which names it already. */
export const wrongEntry =
  <Kind extends SubjectKind>(kind: Kind) =>
  (field: keyof (typeof CORRECTION_FIELDS)[Kind] & CorrectionFieldKey): FactAct => ({
    href: pageUrl('correctionForm', { field }),
    ...(field === 'transfer'
      ? { text: '转所', label: '执业机构变更（转所）' }
      : { text: '信息有误', label: `${correctionField(kind, field)?.label ?? ''}信息有误` }),
  });
