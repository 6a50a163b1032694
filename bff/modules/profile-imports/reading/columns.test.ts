import { describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import { columnOf } from '../../../contract/form-reading/fields.ts';
import { codeWords, offered } from '../../../contract/form-reading/words.ts';
import { NO_SETTINGS } from '../../../contract/profile/field-settings.ts';
import { profileSection } from '../../../contract/profile/profile.ts';
import { IMPORTED_SECTIONS } from '../../../contract/profile/sheets.ts';
import { PROFILE_TABLES } from '../../../contract/profile/tables/tables.ts';
import { longestProfile } from '../../../test/factories/profiles/approved-profile.ts';
import { fieldColumn } from './field-column.ts';
import { OLD_WORDS } from './old-words.ts';
import { readRegion } from './region-words.ts';
import { fieldsRead, sectionSheet } from './section-sheet.ts';

const { sections } = longestProfile();

describe('a sheet of each section', () => {
  test.each(IMPORTED_SECTIONS)('%s: what a page shows of a value reads back as that value', (key) => {
    const lost = (sections[key]?.rows ?? []).flatMap(({ values }) =>
      fieldsRead(profileSection(key)).flatMap((field) => {
        const value = values[field.key];
        if (value === undefined || value === false) return [];
        const column = fieldColumn(field);
        const words = column.show(value);
        const back = column.show(normal(column.read(words), field.scale));
        return back === words && words !== '' ? [] : [`${field.key}：${words}`];
      }),
    );
    expect(lost).toEqual([]);
  });

  test.each(IMPORTED_SECTIONS)('%s: every column has a heading of its own', (key) => {
    const labels = sectionSheet(key, NO_SETTINGS).columns.map(({ label }) => label);
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([]);
    const left = fieldsRead(profileSection(key)).filter((field) => !labels.includes(columnOf(field)));
    expect(left).toEqual([]);
  });
});

/** What is typed with decimals is kept in parts once it is judged. */
const normal = (value: unknown, scale: number | undefined) =>
  typeof value === 'string' && scale ? Number(value) * scale : value;

test('every old word means a code of today', () => {
  const unknown = Object.entries(OLD_WORDS).flatMap(([table, words]) =>
    Object.values(words).filter((code) => !offered(table).some((one) => one.code === code)),
  );
  expect(unknown).toEqual([]);
  // Control: a word of today is no old one.
  const double = Object.entries(OLD_WORDS).flatMap(([table, words]) =>
    Object.keys(words).filter((word) =>
      Object.values(PROFILE_TABLES[table as 'ethnicity'].known).includes(word as never),
    ),
  );
  expect(double).toEqual([]);
});

test.each([
  ['民族', 'ethnicity', '毛难族', '毛南族'],
  ['民族', 'ethnicity', '崩龙族', '德昂族'],
  ['民族', 'ethnicity', '汉', '汉族'],
  ['政治面貌', 'politicalStatus', '民革会员', '民革党员'],
  ['学历', 'education', '大专', '大学专科'],
  ['学历', 'education', '本科', '大学本科'],
])('%s of %s: %s is %s', (label, options, word, meant) => {
  const column = fieldColumn({ key: 'x', label, kind: 'code', options: options as 'ethnicity' });
  expect(codeWords(options, String(column.read(word)))).toBe(meant);
});

test('an unknown word stops the row', () => {
  const column = fieldColumn({ key: 'x', label: '婚姻状况', kind: 'code', options: 'marriage' });
  expect(() => column.read('未婚同居')).toThrow();
});

test.each([
  ['广东省珠海市香洲区', '440402'],
  ['广东省 / 珠海市 / 香洲区', '440402'],
  ['440402', '440402'],
  ['美国', 'US'],
  ['火星', null],
])('%s is %s', (words, code) => {
  expect(readRegion(words)).toBe(code);
});

test('a day is read as a sheet of Excel writes it', () => {
  const column = fieldColumn({ key: 'x', label: '入学日期', kind: 'date' });
  expect(['2016-09-01', '2016/9/1', '2016年9月1日', '42614'].map((text) => column.read(text))).toEqual(
    Array.from({ length: 4 }, () => '2016-09-01'),
  );
});
