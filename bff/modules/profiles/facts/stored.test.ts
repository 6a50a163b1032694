import { expect, test } from '@jest/globals';
import { isSensitive, isTyped } from '../../../contract/form-reading/fields.ts';
import type { Section } from '../../../contract/forms/language.ts';
import { profileSection, SECTION_KEYS } from '../../../contract/profile/profile.ts';
import { joinRows, rowsOf, splitRows, toColumns } from './stored.ts';

const sensitive = SECTION_KEYS.flatMap((key) => {
  const section: Section = profileSection(key);
  const fields = section.fields.filter((field) => isSensitive(section, field) && isTyped(field));
  return fields.map((field) => [key, field.key] as const);
});

test.each(sensitive)('%s %s stands in no clear text, and is read back', (key, field) => {
  const rows = [{ id: 'r', values: { [field]: '秘密' } }];
  const columns = toColumns(7, key, rows);
  expect(JSON.stringify(columns)).not.toContain('秘密');
  expect(rowsOf({ lawyerId: 7, section: key, ...columns })).toEqual(rows);
  const { rows: clear, sensitive: apart } = splitRows(key, rows);
  expect(joinRows(clear, apart)).toEqual(rows);
});

test('what is encrypted opens for its own lawyer and section alone', () => {
  const columns = toColumns(7, 'family', [{ id: 'r', values: { name: '秘密' } }]);
  expect(() => rowsOf({ lawyerId: 8, section: 'family', ...columns })).toThrow();
  expect(() => rowsOf({ lawyerId: 7, section: 'basic', ...columns })).toThrow();
});
