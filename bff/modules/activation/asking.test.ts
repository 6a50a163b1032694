import { describe, expect, test } from '@jest/globals';
import { advanceClock } from '../../platform/clock/clock.ts';
import { useNewcomer } from '../../test/factories/newcomer.ts';
import { useDatabase } from '../../test/database.ts';
import { makeLawyer } from '../../test/factories/registry.ts';
import { decryptIdentity } from '../registry/facts/identity.ts';

useDatabase();
const scene = useNewcomer();
const { open, askFor, handedCode } = scene;

describe('a lawyer', () => {
  test('who asks again within the minute is told how long to wait, whether there is an account or not', async () => {
    const logins = [scene.lawyer.licenceNo, '10000000000000001'];
    const waits = async () =>
      (await Promise.all(logins.map((login) => askFor(login)))).map(({ json }) => json['waitSeconds']);
    expect(await waits()).toEqual([60, 60]);
    advanceClock(18_000);
    expect(await waits()).toEqual([42, 42]);
    // Who mistyped the last six has had none.
    expect((await askFor(logins[0]!, '000000')).json['waitSeconds']).toBe(60);
    advanceClock(42_000);
    expect(await waits()).toEqual([60, 60]);
  });

  test('with an identity document of five characters types all of them', async () => {
    const foreign = await makeLawyer({ identityKind: 'passport', identityNumber: 'AB31X' });
    const code = await handedCode({ lawyerId: foreign.id });
    const login = foreign.licenceNo;
    const lastSix = decryptIdentity(foreign).toLowerCase();
    expect((await open({ login, code, lastSix: lastSix.slice(1) })).status).toBe(422);
    expect((await open({ login, code, lastSix })).status).toBe(200);
    // Of a longer one the end alone is not enough.
    const own = await handedCode({ lawyerId: scene.lawyer.id });
    expect((await open({ code: own, lastSix: scene.lastSix.slice(1) })).status).toBe(422);
  });
});
