import { expect, test } from '@jest/globals';
import * as schemas from '../../contract/exports/schemas.ts';
import { filterInWords } from './filter-in-words.ts';

test('a filter reads as its list shows it', () => {
  expect(filterInWords('律师', { status: 'active', search: '林', category: undefined })).toBe('状态：正常，关键词：林');
});

test('no filter of any export is written by its name in code', () => {
  const names = Object.values(schemas).flatMap((schema) => Object.keys(schema.shape));
  expect(names.length).toBeGreaterThan(30);
  for (const name of names) expect(filterInWords('律师', { [name]: '甲' })).not.toMatch(/[A-Za-z]/);
});
