import {
  correctionField,
  type CORRECTION_FIELDS,
  type CorrectionFieldKey,
} from '../../bff/contract/corrections/enums.ts';
import type { SubjectKind } from '../../bff/contract/registry/enums.ts';
import { pageUrl } from '../addresses.ts';
import type { FactAct } from '../ui/sheets/sheet.tsx';

/** 信息有误 beside an entry of the registry: leads to the form that names it already. */
export const wrongEntry =
  <Kind extends SubjectKind>(kind: Kind) =>
  (field: keyof (typeof CORRECTION_FIELDS)[Kind] & CorrectionFieldKey): FactAct => ({
    href: pageUrl('correctionForm', { field }),
    text: '信息有误',
    label: `${correctionField(kind, field)?.label ?? ''}信息有误`,
  });
