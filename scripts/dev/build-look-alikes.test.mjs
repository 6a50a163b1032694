import { expect, test } from '@jest/globals';
import { lookAlikesInName } from '../../bff/contract/look-alikes.ts';
import { personAt } from '../seed/names.ts';
import { buildTables } from './build-look-alikes.ts';

const COMMON = [...'事证峰岳aA0'];
const UNIHAN = [
  '# Unihan_Variants.txt',
  'U+4E8A\tkSemanticVariant\tU+4E8B<kFenn',
  'U+5CF0\tkSemanticVariant\tU+5CEF<kHKGlyph',
  'U+8A3C\tkSemanticVariant\tU+8B49<kLau',
  'U+8B49\tkSimplifiedVariant\tU+8BC1',
  'U+5CB3\tkSemanticVariant\tU+4E8B',
].join('\n');
const CONFUSABLES = ['\uFEFF# confusables.txt', '0430 ;\t0061 ;\tMA\t# CYRILLIC A', '3007 ;\t0030 ;\tMA\t# zero'].join(
  '\n',
);

test('a rare character points to the common one, in whichever direction and through the traditional form', () => {
  const { lookAlikes, simplified } = buildTables(UNIHAN, CONFUSABLES, COMMON);
  expect([...lookAlikes]).toEqual([
    ['亊', '事'],
    ['峯', '峰'],
    ['証', '证'],
    ['а', 'a'],
  ]);
  expect([...simplified]).toEqual([['證', '证']]);
});

test('no invented name of the demonstration is in doubt', () => {
  const names = Array.from({ length: 50_000 }, (_, n) => personAt(n).name);
  expect(names.filter((name) => lookAlikesInName(name).length > 0)).toEqual([]);
});
