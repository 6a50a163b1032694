import {
  CORRECTION_FIELDS,
  type CorrectionField,
  type CorrectionFieldKey,
} from '../../../bff/contract/corrections/enums.ts';
import { CHANGE_CATEGORIES } from '../../../bff/contract/field-changes/enums.ts';
import type { SubjectKind } from '../../../bff/contract/registry/enums.ts';
import type { TicketCategoryKey } from '../../../bff/contract/tickets/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { Link } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';

interface Asking {
  category: TicketCategoryKey;
  kind: SubjectKind;
  /** Of a firm: of which of its lawyers; '' of none of them. */
  lawyerId: string;
}

/** A firm may say it of its own lawyer; of what it does not see (证件号码) only the lawyer may. */
const isClaimable = (field: keyof typeof CORRECTION_FIELDS.lawyer & CorrectionFieldKey): boolean =>
  (CORRECTION_FIELDS.lawyer[field] as CorrectionField).isClaimable === true;

/** The form that asks for the entry and its right value, filled in; null: there is none for whoever asks. */
function changeForm({ category, kind, lawyerId }: Asking): { href: string; name: string } | null {
  if (!(category in CHANGE_CATEGORIES)) return null;
  const name = '更正登记信息';
  const field = CHANGE_CATEGORIES[category as keyof typeof CHANGE_CATEGORIES];
  if (field === null) return { href: pageUrl('correctionForm'), name };
  if (kind === 'lawyer') return { href: pageUrl('correctionForm', { field }), name };
  if (lawyerId !== '' && isClaimable(field))
    return { href: pageUrl('correctionForm', { field, lawyer: Number(lawyerId) }), name };
  return field === 'transfer' ? { href: pageUrl('joining'), name: '律师转入' } : null;
}

/** Leads to the form that names the entry and its right value, where the category has one: what is asked there is done in one step. */
export function ChangeForm(asking: Asking) {
  const form = changeForm(asking);
  if (form === null) return null;
  return (
    <Notice>
      请在
      <Link href={form.href}>{form.name}</Link>
      中填写正确内容，协会核实后一次办结；那里没有的事项，再写在下面。
    </Notice>
  );
}
