import { expect, test } from '@jest/globals';
import type { Field } from '../../contract/forms/language.ts';
import { valueSchema } from './value-schema.ts';

/** Fields of forms take what hurried people type for what it is, or say what is wrong and change nothing. */

const stored = (field: Pick<Field, 'kind'> & Partial<Field>, typed: unknown) => {
  const { success, data, error } = valueSchema({ key: 'x', label: '此项', ...field }).safeParse(typed);
  return success ? data : { fault: error.issues[0]?.message };
};
const refused = { fault: expect.stringContaining('此项应为') };

test.each([
  ['1200', 120_000],
  ['1,200.50', 120_050],
  ['１，２００．５', 120_050],
  ['￥1200元', 120_000],
  [' 12.30 元', 1_230],
  [120_050, 120_050],
  ['-5', refused],
  ['1.234', refused],
  ['12,5', refused],
  ['1e3', refused],
  ['五百', refused],
  ['100000.01', refused],
])('an amount typed as %j', (typed, fen) => {
  expect(stored({ kind: 'fen', min: 1, max: 10_000_000 }, typed)).toEqual(fen);
});

test.each([
  ['3', 30],
  ['２．５', 25],
  ['2.50', 25],
  [25, 25],
  ['2.55', refused],
  ['-1', refused],
  ['两小时', refused],
])('hours typed as %j', (typed, tenths) => {
  expect(stored({ kind: 'whole', min: 1, max: 9990, scale: 10 }, typed)).toEqual(tenths);
});

test.each([
  ['9787511812346', '9787511812346'],
  ['978-7-5118-1234-6', '9787511812346'],
  ['ISBN 978-7-5118-1234-6', '9787511812346'],
  ['ISBN：９７８７５１１８１２３４６', '9787511812346'],
  ['isbn 7–5036–1234–x', '750361234X'],
  ['978 7 5118 1234 6', '9787511812346'],
  ['97875118', refused],
])('the number of a book typed as %j', (typed, isbn) => {
  expect(stored({ kind: 'mask', pattern: 'isbn' }, typed)).toEqual(isbn);
});

test.each([
  ['month', '2016-09', '2016-09'],
  ['month', '2016年 9月', '2016-09'],
  ['month', '２０１６．９', '2016-09'],
  ['month', '2016–09', '2016-09'],
  ['month', '2016-13', refused],
  ['month', '16-9', refused],
  ['year', '1985', '1985'],
  ['year', '１９８５年', '1985'],
  ['year', '85', refused],
  ['date', '2016年9月1日', '2016-09-01'],
  ['date', '２０１６／９／１', '2016-09-01'],
  ['date', '2016-02-30', refused],
] as const)('a %s typed as %j', (kind, typed, read) => {
  expect(stored({ kind }, typed)).toEqual(read);
});
