import { valueWords } from '../../../../bff/contract/form-reading/words.ts';
import { groupDigits, groupIdentity } from '../../../../bff/contract/text.ts';

/** A value as a page shows it: its words, and a licence or identity number in its parts (look.md). */
export function shownWords(...[field, value]: Parameters<typeof valueWords>): string {
  const words = valueWords(field, value);
  if (field.key === 'licenceNo') return groupDigits(words);
  return field.key === 'identity' ? groupIdentity(words) : words;
}
