import { expect, test } from '@jest/globals';
import '../../models.ts';
import { verifyPassword } from '../../platform/crypto/password.ts';
import { useDatabase } from '../../test/database.ts';
import { givePassword, makeLawyer } from '../../test/registry-factories.ts';
import { findAccount } from './find-account.ts';
import { signIn } from './sign-in.ts';

useDatabase();

/** CPU of this process, ms: a busy machine lengthens the time on the clock, not this. */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

test('an unknown account costs as much as a wrong password', async () => {
  const known = await makeLawyer();
  await givePassword({ lawyerId: known.id }, 'correct horse 1');
  const fresh = await makeLawyer();
  let address = 0;
  const guess = (login: string) => () =>
    signIn({ realm: 'member', login, password: 'wrong', address: `192.0.2.${++address}`, device: '' }).catch(
      ({ code }: { code: string }) => expect(code).toBe('wrong_credentials'),
    );
  const costs = { unknown: [] as number[], known: [] as number[], fresh: [] as number[], lookUp: [] as number[] };
  await guess('10000000000000009')();
  for (let round = 0; round < 4; round++) {
    costs.unknown.push(await cpuOf(guess(`1000000000000000${round}`)));
    costs.known.push(await cpuOf(guess(known.licenceNo)));
    costs.fresh.push(await cpuOf(guess(fresh.licenceNo)));
    costs.lookUp.push(await cpuOf(() => findAccount('member', '10000000000000008')));
  }
  const unknown = median(costs.unknown);
  for (const other of [median(costs.known), median(costs.fresh)]) {
    expect(unknown / other).toBeGreaterThan(0.5);
    expect(unknown / other).toBeLessThan(2);
  }
  // Control: without the hash that nobody needs, an unknown account would be told by its speed.
  expect(median(costs.lookUp)).toBeLessThan((await cpuOf(() => verifyPassword('x', undefined))) / 3);
});
