import { beforeAll, expect, test } from '@jest/globals';
import { Op } from 'sequelize';
import { setImmediate as pause } from 'node:timers/promises';
import { transaction } from '../../../platform/db/database.ts';
import { approve, eventsOf, newKey, reject, seenOf, SETTLED, submit } from '../../../test/factories/certificate.ts';
import { liftLimits, useOffice } from '../../../test/office.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import type { MemberActor } from '../../../actor.ts';
import { Application, Certificate } from '../model.ts';
import { decideApplication } from '../review/decide-application.ts';
import { loadFor } from '../policy.ts';
import { withdrawApplication } from '../applying/withdraw-application.ts';

useOffice();

const RACES = 500;
/** Races run side by side, as on a busy day. */
const LANES = 10;

const reviewer = staffActor('reviewer');
let actor: MemberActor;
beforeAll(async () => {
  await liftLimits();
  actor = await memberActor({ firmId: (await makeFirm()).id });
});

/** Waiting applications, copies of one that was submitted. */
async function manyPending(count: number): Promise<number[]> {
  const { id: _id, ...like } = (await pending()).get();
  await Application.bulkCreate(
    Array.from({ length: count }, (_, n) => ({ ...like, number: `race-${n}`, idempotencyKey: newKey() })),
  );
  const copies = await Application.findAll({ where: { number: { [Op.like]: 'race-%' } }, attributes: ['id'] });
  return copies.map(({ id }) => id);
}

const pending = () => submit(actor, { type: 'firm-other', since: undefined, freeText: '本所需要一份说明。' });
const codeOf = (outcome: PromiseSettledResult<void>) =>
  outcome.status === 'rejected' ? (outcome.reason as { code?: string }).code : undefined;

test('withdraw against approve, 500 races: exactly one wins each time, a certificate exists iff it was approved', async () => {
  const wins = { withdrawn: 0, approved: 0 };
  const ids = await manyPending(RACES);
  const race = async (n: number) => {
    const id = ids[n]!;
    // Read before the race, as a person has before pressing.
    const verdict = { verdict: 'approve', words: SETTLED, seen: await seenOf(id) } as const;
    // Either begins earlier in half of the races, by a turn of the event loop.
    const [withdraw, approval] = await Promise.allSettled([
      (n % 2 === 0 ? Promise.resolve() : pause()).then(() => withdrawApplication({ actor, id })),
      (n % 2 === 0 ? pause() : Promise.resolve()).then(() => decideApplication({ actor: reviewer, id, verdict })),
    ]);
    const outcome = { withdraw, approve: approval };
    const { state } = await Application.findByPk(id, { rejectOnEmpty: true });
    const certificates = await Certificate.count({ where: { applicationId: id } });
    if (outcome.withdraw.status === 'fulfilled') {
      wins.withdrawn++;
      expect(codeOf(outcome.approve)).toBe('already_decided');
      expect({ state, certificates }).toEqual({ state: 'withdrawn', certificates: 0 });
      expect(await eventsOf(id)).toEqual(['withdrawn']);
    } else {
      wins.approved++;
      expect(codeOf(outcome.withdraw)).toBe('wrong_state');
      expect(outcome.approve.status).toBe('fulfilled');
      expect({ state, certificates }).toEqual({ state: 'decided', certificates: 1 });
      expect(await eventsOf(id)).toEqual(['approved']);
    }
  };
  await Promise.all(
    Array.from({ length: LANES }, async (_, lane) => {
      for (let n = lane; n < RACES; n += LANES) await race(n);
    }),
  );
  expect(wins.withdrawn + wins.approved).toBe(RACES);
  // A race that always has the same winner would prove nothing.
  expect(wins.withdrawn).toBeGreaterThan(RACES / 20);
  expect(wins.approved).toBeGreaterThan(RACES / 20);
}, 900_000);

test('control: who looks before the transaction, and not in it, wins as well', async () => {
  const { id } = await pending();
  const { application } = await loadFor(actor, 'withdraw', id);
  await approve(id);
  await transaction((t) => application.update({ state: 'withdrawn' }, { transaction: t }));
  expect(await Certificate.count({ where: { applicationId: id } })).toBe(1);
});

test('two reviewers: the second is told who decided, whatever he decides', async () => {
  const second = { ...staffActor('reviewer'), name: '陆明章' };
  for (const act of [approve, (id: number) => reject(id, '材料不齐')]) {
    const { id } = await pending();
    await act(id);
    await expect(approve(id, second)).rejects.toMatchObject({
      code: 'already_decided',
      message: expect.stringMatching(/已由温书宁(通过|驳回)/) as unknown,
    });
    await expect(reject(id, '再看看', second)).rejects.toMatchObject({ code: 'already_decided' });
  }
});

test('two reviewers at once: one decides', async () => {
  for (let n = 0; n < 30; n++) {
    const { id } = await pending();
    const settled = await Promise.allSettled([approve(id), reject(id), approve(id)]);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { outcome } = await Application.findByPk(id, { rejectOnEmpty: true });
    expect(await Certificate.count({ where: { applicationId: id } })).toBe(outcome === 'approved' ? 1 : 0);
  }
});

test('a withdrawn application can be neither approved nor withdrawn again', async () => {
  const { id } = await pending();
  await withdrawApplication({ actor, id });
  await expect(withdrawApplication({ actor, id })).rejects.toMatchObject({ code: 'wrong_state' });
  await expect(approve(id)).rejects.toMatchObject({ code: 'already_decided', message: '申请人已撤回该申请' });
});
