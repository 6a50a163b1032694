import type { Row } from '../../../contract/form-reading/fields.ts';
import type { Values } from '../../../contract/forms/language.ts';
import type { FieldSettings } from '../../../contract/profile/field-settings.ts';
import type { SectionKey } from '../../../contract/profile/profile.ts';
import type { FormCopy } from '../../../contract/registration-forms/enums.ts';
import type { AppointmentFact } from '../../registry/facts/records.ts';
import type { PracticePeriod } from '../../registry/facts/registry-facts.ts';

/** What a form is made of: what was approved, and what the registry says beside it. Plain data, dates yyyy-MM-dd. */
export interface ApprovedProfile {
  association: string;
  /** Of the registry, as it was when the profile was submitted. */
  given: Values;
  sections: Partial<Record<SectionKey, { rows: readonly Row[]; saidNone: boolean }>>;
  /** The earliest first. */
  periods: readonly PracticePeriod[];
  appointments: readonly AppointmentFact[];
  submittedOn: string;
  approvedOn: string;
  /** Where it was approved, if not here, and up to which day what was handed over holds. */
  source: { from: string; asOf: string } | null;
  copy: FormCopy;
  /** What the office has set of fields: what is hidden is not printed. */
  fields: FieldSettings;
  /** The whole number, for the lawyer's own copy that asks for it; otherwise what is shown of it. */
  identity: string;
}

/** 2016.09; 至今 and what is no date stay what they are. */
export const toMonth = (date: string): string =>
  /^\d{4}-\d{2}/.test(date) ? date.slice(0, 7).replace('-', '.') : date;

/** What 基本信息 says, with what the registry says in it. */
export const basicValues = ({ given, sections }: ApprovedProfile): Values => ({
  ...sections.basic?.rows[0]?.values,
  ...given,
});
