import { expect, test } from '@jest/globals';
import * as schemas from '../../contract/exports/schemas.ts';
import { filterInWords } from './filter-in-words.ts';

test('a filter reads as its list shows it', () => {
  expect(filterInWords('lawyers', { status: 'active', search: '林', category: undefined })).toBe(
    '状态：正常，关键词：林',
  );
});

test('no filter of any export is written by its name in code', () => {
  const { orderExport, listExports: _list, ...lists } = schemas;
  const names = Object.values(lists).flatMap((schema) => Object.keys(schema.shape));
  expect(orderExport.options).toHaveLength(Object.keys(lists).length);
  expect(names.length).toBeGreaterThan(30);
  for (const name of names) expect(filterInWords('lawyers', { [name]: '甲' })).not.toMatch(/[A-Za-z]/);
});
