import { beforeAll, expect, test } from '@jest/globals';
import '../../../models.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeManyLawyers } from '../../../test/factories/many-lawyers.ts';
import { makeFirm } from '../../../test/factories/registry.ts';
import type { CountEligibleParsed } from '../../../contract/eligible-count/schemas.ts';
import { Lawyer } from '../../registry/model.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { judgeLawyer } from '../seats/judge-lawyer.ts';
import { countEligible } from './count-eligible.ts';

useDatabase();
beforeAll(async () => {
  const lawyers = await makeManyLawyers((await makeFirm()).id, 25);
  const ids = lawyers.map(({ lawyerId }) => lawyerId);
  await Lawyer.update({ category: 'company' }, { where: { id: ids.slice(0, 7) } });
  await Lawyer.update({ status: 'suspended' }, { where: { id: ids.slice(5, 9) } });
});

/** As the page asks: piece after piece. */
async function countAll(eligibility: CountEligibleParsed['eligibility'], piece: number) {
  const sum = { looked: 0, fit: 0, examples: [] as number[], asked: 0 };
  for (let after: number | null = 0; after !== null;) {
    const { looked, fit, examples, next } = await countEligible({ eligibility, after }, piece);
    sum.looked += looked;
    sum.fit += fit;
    sum.examples.push(...examples.map(({ id }) => id));
    sum.asked += 1;
    after = next;
  }
  return sum;
}
const COMPANY = { atom: 'category', in: ['company'] } as const;

test('counts practising lawyers who fit, the same in pieces as at once, as signing up judges them', async () => {
  const whole = await countAll({ ...COMPANY, in: [...COMPANY.in] }, 1_000);
  expect([whole.looked, whole.fit, whole.asked]).toEqual([21, 5, 1]);
  const pieces = await countAll({ ...COMPANY, in: [...COMPANY.in] }, 4);
  expect([pieces.looked, pieces.fit, pieces.examples]).toEqual([21, 5, whole.examples]);
  expect(pieces.asked).toBeGreaterThan(5);
  const { activity, groups } = await makeActivity({ eligibility: { ...COMPANY, in: [...COMPANY.in] } });
  const all = await Lawyer.findAll({ order: ['id'] });
  const fitting = [];
  for (const { id } of all)
    if ((await judgeLawyer({ activity, groups, lawyerId: id })).activity.length === 0) fitting.push(id);
  expect(fitting).toEqual(whole.examples);
  expect((await countAll(null, 1_000)).fit).toBe(21);
});
