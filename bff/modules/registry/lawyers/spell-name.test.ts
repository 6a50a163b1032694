import { expect, test } from '@jest/globals';
import { registryEndpoints } from '../../../contract/registry/endpoints.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { makeFirm, makeLawyer } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import { spellName } from './spell-name.ts';

useOffice();
const api = useApi();

test.each([
  ['林知远', 'lin zhi yuan'],
  // A surname is read as one: not chan, not ceng.
  ['单雄信', 'shan xiong xin'],
  ['曾国藩', 'zeng guo fan'],
  ['欧阳修', 'ou yang xiu'],
  ['吕布', 'lv bu'],
])('%s is typed as %s', (name, typed) => {
  expect(spellName(name)).toBe(typed);
});

test('a character without a reading stays as it is, and the others are spelled', () => {
  expect(spellName('𠮷田')).toMatch(/tian$/);
});

test('a firm’s lawyers come with it', async () => {
  const firm = await makeFirm();
  await makeLawyer({ firmId: firm.id, name: '单雄信' });
  const answer = await api.call(registryEndpoints.listOwnLawyers, {
    as: await memberToken({ firmId: firm.id }),
    query: { limit: '10' },
  });
  expect(answer.json).toMatchObject({ items: [{ name: '单雄信', pinyin: 'shan xiong xin' }] });
});
