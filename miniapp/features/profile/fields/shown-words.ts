import { valueWords } from '../../../../bff/contract/form-reading/words.ts';
import { groupDigits } from '../../../../bff/contract/text.ts';

/** A value as a page shows it: its words, and a licence number in its parts (look.md). */
export function shownWords(...[field, value]: Parameters<typeof valueWords>): string {
  const words = valueWords(field, value);
  return field.key === 'licenceNo' ? groupDigits(words) : words;
}
