import { beforeAll, expect, test } from '@jest/globals';
import { submit } from '../../../test/factories/certificate.ts';
import { firmData, makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import { listAudit } from '../../audit/list-audit.ts';

useOffice();
const { licenceNo, uscc } = firmData();
let [firms, lawyers] = ['', ''];

beforeAll(async () => {
  const firm = await makeFirm({ name: '江海鼎禾律师事务所', licenceNo, uscc });
  const lawyer = await makeLawyer({ name: '沈若溪' });
  firms = (await submit(await memberActor({ firmId: firm.id }))).number;
  lawyers = (await submit(await memberActor({ lawyerId: lawyer.id }), { type: 'lawyer-clean' })).number;
});

/** Whose application is among what the log finds. */
const foundBy = async (search: string): Promise<string[]> => {
  const { items } = await listAudit({ search });
  return [firms, lawyers].filter((number) => items.some(({ target }) => target.includes(number)));
};

test('the log finds what was done to an application by its member: name, part of it, licence number, credit code', async () => {
  for (const words of ['江海鼎禾律师事务所', '鼎禾', licenceNo, uscc]) expect(await foundBy(words)).toEqual([firms]);
  expect(await foundBy('沈若溪')).toEqual([lawyers]);
  expect(await foundBy('没有这个人')).toEqual([]);
});

test('words that name more than a few members name none', async () => {
  expect(await foundBy('律师事务所')).toEqual([firms]);
  for (let more = 0; more < 5; more++) await makeFirm();
  expect(await foundBy('律师事务所')).toEqual([]);
});
