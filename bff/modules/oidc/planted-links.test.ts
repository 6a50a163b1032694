import { describe, expect, test } from '@jest/globals';
import '../../models.ts';
import { advanceClock, clock, freezeClock } from '../../platform/clock/clock.ts';
import { useDatabase } from '../../test/database.ts';
import { code, makeMember, returned, useMemberCentre } from '../../test/member-centre.ts';

useDatabase();
const { outside, begin, identify, arrive, signIn, bound } = useMemberCentre();

describe('nobody is signed in by a link that somebody else made', () => {
  test('a state of another browser, a used and a made-up one are refused', async () => {
    const { login } = await makeMember();
    await bound({ login });
    const [attacker, victim] = [await begin(), await begin()];
    const planted = await returned(attacker.url);
    expect(code(await identify({ ...planted, browser: victim.browser }))).toBe('oidc_refused');
    // It is used up by that, for the attacker too.
    expect(code(await identify({ ...planted, browser: attacker.browser }))).toBe('oidc_refused');
    expect(code(await identify({ code: 'x', state: 'made-up', browser: 'x' }))).toBe('oidc_refused');
    // Control: with its own state it is let in, and once.
    const own = { ...(await returned(victim.url)), browser: victim.browser };
    expect((await identify(own)).status).toBe(200);
    expect(code(await identify(own))).toBe('oidc_refused');
  });

  test('a ticket is good in its own browser, once', async () => {
    const { login } = await makeMember();
    await bound({ login });
    const { proof } = await arrive();
    expect(code(await signIn({ ...proof, browser: (await begin()).browser }))).toBe('oidc_refused');
    expect((await signIn(proof)).status).toBe(200);
    expect(code(await signIn(proof))).toBe('oidc_refused');
  });

  test('a code of another way is refused: it was asked for with another secret', async () => {
    const [attacker, victim] = [await begin(), await begin()];
    const stolen = await returned(attacker.url, 'shuning');
    const { state } = await returned(victim.url);
    expect(code(await identify({ ...stolen, state, browser: victim.browser }))).toBe('oidc_refused');
  });

  test('a code that was used, or is too old, is refused', async () => {
    const first = await begin();
    const back = await returned(first.url);
    expect((await identify({ ...back, browser: first.browser })).status).toBe(200);
    const second = await begin();
    const { state } = await returned(second.url);
    expect(code(await identify({ ...back, state, browser: second.browser }))).toBe('oidc_refused');
    freezeClock(clock.now());
    const third = await begin();
    const late = await returned(third.url);
    advanceClock(61_000);
    expect(code(await identify({ ...late, browser: third.browser }))).toBe('oidc_refused');
  });

  test('whoever comes back ten minutes later is refused, before the provider is asked', async () => {
    freezeClock(clock.now());
    const late = await begin();
    const onTime = await begin();
    const back = await returned(late.url);
    advanceClock(10 * 60_000 - 1);
    // Its code is too old by then, and is made anew on the same page.
    expect((await identify({ ...(await returned(onTime.url)), browser: onTime.browser })).status).toBe(200);
    advanceClock(1);
    const { state } = back;
    const fresh = { ...(await returned(late.url)), state };
    expect(code(await identify({ ...fresh, browser: late.browser }))).toBe('oidc_refused');
  });

  test('a ticket opens nothing ten minutes later', async () => {
    const { login } = await makeMember();
    await bound({ login });
    freezeClock(clock.now());
    const [late, onTime] = [await arrive(), await arrive()];
    advanceClock(10 * 60_000 - 1);
    expect((await signIn(onTime.proof)).status).toBe(200);
    advanceClock(1);
    expect(code(await signIn(late.proof))).toBe('oidc_refused');
  });

  test('an identity that was signed for another time, request or client is none', async () => {
    for (const kind of ['expired', 'nonce', 'audience', 'signature', 'unsigned']) {
      await outside.command('trouble', { where: 'oidc', kind, times: 1 });
      expect([kind, code((await arrive()).answer)]).toEqual([kind, 'oidc_refused']);
    }
    expect((await arrive()).answer.status).toBe(200);
  });

  test('an answer in another provider’s name is refused', async () => {
    const { url, browser } = await begin();
    const back = { ...(await returned(url)), iss: 'https://elsewhere.example' };
    expect(code(await identify({ ...back, browser }))).toBe('oidc_refused');
  });
});
