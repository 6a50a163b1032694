import { expect, test } from '@jest/globals';
import { createHook } from 'node:async_hooks';
import '../../models.ts';
import { useDatabase } from '../../test/database.ts';
import { givePassword, makeLawyer } from '../../test/factories/registry.ts';
import { findAccount } from '../accounts/find-account.ts';
import { signIn } from './sign-in.ts';

useDatabase();

/**
 * How often `work` ran the password hash, which takes a thousand times longer than all the rest of a sign-in. Counted
 * and not timed: on a busy machine a clock tells nothing.
 */
async function hashesIn(work: () => Promise<unknown>): Promise<number> {
  let hashes = 0;
  const hook = createHook({
    init(_id, type) {
      if (type === 'SCRYPTREQUEST') hashes++;
    },
  }).enable();
  try {
    await work();
  } finally {
    hook.disable();
  }
  return hashes;
}

test('an unknown account takes as long as a wrong password', async () => {
  const known = await makeLawyer();
  await givePassword({ lawyerId: known.id }, 'correct horse 1');
  const neverSignedIn = await makeLawyer();
  const guess = (login: string) => () =>
    signIn({ realm: 'member', login, password: 'wrong', address: '192.0.2.1', device: '' }).catch(
      ({ code }: { code: string }) => expect(code).toBe('wrong_credentials'),
    );
  expect(await hashesIn(guess(known.licenceNo))).toBe(1);
  expect(await hashesIn(guess('10000000000000000'))).toBe(1);
  expect(await hashesIn(guess(neverSignedIn.licenceNo))).toBe(1);
  // Control: looking the account up is no hash, so the count above is the password's.
  expect(await hashesIn(() => findAccount('member', known.licenceNo))).toBe(0);
});
