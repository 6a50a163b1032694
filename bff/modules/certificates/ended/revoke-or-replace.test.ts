import { beforeAll, describe, expect, test } from '@jest/globals';
import { setImmediate as pause } from 'node:timers/promises';
import { transaction } from '../../../platform/db/database.ts';
import { eventsOf, issue, newKey } from '../../../test/factories/certificate.ts';
import { useOffice } from '../../../test/office.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { Application, Certificate } from '../model.ts';
import { loadIssuedFor } from '../policy.ts';
import { previewReplacement } from './preview-replacement.ts';
import { replaceCertificate } from './replace-certificate.ts';
import { revokeCertificate } from './revoke-certificate.ts';

useOffice();

/** Races run side by side, as on a busy day. */
const LANES = 10;
const one = staffActor('reviewer');
const other = { ...staffActor('reviewer'), name: '陆明章' };

let pattern: Certificate;
let seen = '';
beforeAll(async () => {
  pattern = await issue(await memberActor({ firmId: (await makeFirm()).id }));
  seen = (await previewReplacement({ actor: one, id: pattern.applicationId, correction: {} })).fingerprint;
});

let serial = 0;
/** Copies of the issued certificate; answers the ids of their applications. */
async function manyIssued(count: number): Promise<number[]> {
  const { id: _id, ...asked } = (await Application.findByPk(pattern.applicationId, { rejectOnEmpty: true })).get();
  const { id: _certificate, ...like } = pattern.get();
  const ids: number[] = [];
  for (let n = 0; n < count; n++) {
    const key = `race-${++serial}`;
    const { id } = await Application.create({ ...asked, number: key, idempotencyKey: newKey() });
    await Certificate.create({ ...like, applicationId: id, number: key, token: key, sha256: key });
    ids.push(id);
  }
  return ids;
}

const revoke = (id: number, actor = one) => revokeCertificate({ actor, id, reason: '材料不实' });
const replace = (id: number, actor = one) =>
  replaceCertificate({ actor, id, reason: '更正', correction: {}, seen }).then(() => undefined);
const codeOf = (outcome: PromiseSettledResult<void>) =>
  outcome.status === 'rejected' ? (outcome.reason as { code?: string }).code : 'done';

type Act = (id: number) => Promise<void>;
/** Both acts on each of many certificates, either first in half of the races; answers how often each act won. */
async function run(count: number, acts: readonly [Act, Act]) {
  const wins = [0, 0];
  const ids = await manyIssued(count);
  const race = async (n: number) => {
    const id = ids[n]!;
    const outcomes = await Promise.allSettled(
      acts.map(async (act, at) => {
        if (n % 2 !== at) await pause();
        return act(id);
      }),
    );
    const codes = outcomes.map(codeOf);
    expect([...codes].sort()).toEqual(['already_decided', 'done']);
    wins[codes.indexOf('done')]!++;
    const {
      standing,
      id: certificateId,
      replacedById,
    } = await Certificate.findOne({
      where: { applicationId: id },
      rejectOnEmpty: true,
    });
    const successors = await Certificate.findAll({ where: { replacesId: certificateId } });
    expect(successors.map((successor) => successor.id)).toEqual(standing === 'replaced' ? [replacedById] : []);
    expect((await eventsOf(id)).filter((event) => event === 'revoked' || event === 'replaced')).toEqual([standing]);
  };
  await Promise.all(
    Array.from({ length: LANES }, async (_, lane) => {
      for (let n = lane; n < count; n += LANES) await race(n);
    }),
  );
  return wins;
}

describe('exactly one wins each time', () => {
  test.each<[number, string, readonly [Act, Act]]>([
    [200, 'two revoke at once', [revoke, (id) => revoke(id, other)]],
    [200, 'one revokes, another replaces', [revoke, (id) => replace(id, other)]],
    [50, 'two replace at once', [replace, (id) => replace(id, other)]],
  ])(
    '%d times %s',
    async (count, _what, acts) => {
      const wins = await run(count, acts);
      // A race that always has the same winner would prove nothing.
      expect(Math.min(...wins)).toBeGreaterThan(count / 20);
    },
    240_000,
  );
});

test('control: who looks before the transaction, and not in it, wins as well', async () => {
  const [id] = (await manyIssued(1)) as [number];
  const { certificate } = await loadIssuedFor(one, 'revoke', id);
  await replace(id, other);
  await transaction((t) => certificate.update({ standing: 'revoked' }, { transaction: t }));
  const both = await Certificate.findOne({ where: { applicationId: id }, rejectOnEmpty: true });
  expect(both).toMatchObject({ standing: 'revoked', replacedById: expect.any(Number) as unknown });
});
