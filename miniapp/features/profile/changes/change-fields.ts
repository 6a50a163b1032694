import type { Field, ChangeClass } from '../../../../bff/contract/forms/language.ts';
import type { ProfileField, ProfileSection } from '../../../../bff/contract/profile/language.ts';

/** What becomes of a change of a field: at once, after a review, by a ticket, never. */
export const classOf = (section: ProfileSection, field: Field): ChangeClass => field.change ?? section.change;

/** Says beside each field that what is changed of it is reviewed; where everything is, the page says it once. */
export function withClasses(section: ProfileSection): ProfileSection {
  const classes = new Set(section.fields.map((field) => classOf(section, field)));
  if (!classes.has('free') || !classes.has('review')) return section;
  const fields = section.fields.map((field): ProfileField => {
    if (classOf(section, field) !== 'review') return field;
    return { ...field, hint: ['须审核', field.hint].filter(Boolean).join('；') };
  });
  return { ...section, fields };
}

/** What is said above the form: when what is changed takes effect. */
export function effectWords(section: ProfileSection): string {
  const classes = new Set(section.fields.map((field) => classOf(section, field)));
  if (!classes.has('review')) return '本项修改后立即生效，不需要审核。';
  return classes.has('free')
    ? '标有“须审核”的内容，经协会审核后生效；其余内容保存后立即生效。审核期间以现有内容为准。'
    : '修改后提交协会审核，审核通过后生效；审核期间以现有内容为准。';
}
