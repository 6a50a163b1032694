import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import '../../models.ts';
import { advanceClock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { useDatabase } from '../../test/database.ts';
import { givePassword, makeLawyer, makeStaffAccount } from '../../test/factories/registry.ts';
import type { Lawyer } from '../registry/model.ts';
import type { InSession, MemberActor } from '../../actor.ts';
import { changePassword } from './change-password.ts';
import { listDevices } from './list-devices.ts';
import { MAX_FAILURES } from './lockout.ts';
import { Account, Session } from '../accounts/model.ts';
import { presentDevice } from './present.ts';
import { resolveSession } from '../accounts/resolve-session.ts';
import { revokeDevice } from './revoke-device.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

useDatabase();
const PASSWORD = 'correct horse 1';
const MINUTE = 60_000;
const DAY = 86_400_000;
let lawyer: Lawyer;

beforeEach(async () => {
  lawyer = await makeLawyer();
  await givePassword({ lawyerId: lawyer.id }, PASSWORD);
});
afterEach(releaseClock);

const resolve = (token: string) => resolveSession({ token, realm: 'member', address: '192.0.2.1', reads: true });
async function signInLawyer(device = '') {
  const { token } = await signIn({
    realm: 'member',
    login: lawyer.licenceNo,
    password: PASSWORD,
    address: '192.0.2.1',
    device,
  });
  const actor = (await resolve(token))?.actor as MemberActor & InSession;
  return { token, actor };
}

describe('idle time', () => {
  test('a member stays signed in for a week after the last visit', async () => {
    freezeClock('2026-11-01T09:00:00+08:00');
    const { token } = await signInLawyer();
    for (let visit = 0; visit < 3; visit++) {
      advanceClock(7 * DAY - 1);
      expect(await resolve(token)).not.toBeNull();
    }
    advanceClock(7 * DAY);
    expect(await resolve(token)).toBeNull();
    releaseClock();
    expect(await resolve(token)).toBeNull();
  });

  test('staff for 30 minutes', async () => {
    freezeClock('2026-11-01T09:00:00+08:00');
    await makeStaffAccount('reviewer', PASSWORD, ['reviewer']);
    const staff = { realm: 'staff', address: '192.0.2.1' } as const;
    const { token } = await signIn({ ...staff, login: 'reviewer', password: PASSWORD, device: '' });
    advanceClock(30 * MINUTE - 1);
    expect(await resolveSession({ ...staff, token })).not.toBeNull();
    advanceClock(30 * MINUTE);
    expect(await resolveSession({ ...staff, token })).toBeNull();
  });

  test('the last visit is written once a minute at most', async () => {
    freezeClock('2026-11-01T09:00:00+08:00');
    const { token, actor } = await signInLawyer();
    const lastSeen = async () => (await Session.findByPk(actor.sessionId))?.lastSeenAt;
    const before = await lastSeen();
    advanceClock(MINUTE - 1);
    await resolve(token);
    expect(await lastSeen()).toBe(before);
    advanceClock(1);
    await resolve(token);
    expect(await lastSeen()).toBe((before ?? 0) + MINUTE);
  });
});

test.each(['', 'x', 'a'.repeat(43)])('an unknown token %p resolves to nobody', async (token) => {
  expect(await resolve(token)).toBeNull();
});

test('a closed account loses its sessions at once', async () => {
  const { token } = await signInLawyer();
  await Account.update({ isClosed: true }, { where: { lawyerId: lawyer.id } });
  expect(await resolve(token)).toBeNull();
});

test('signing out ends this session and no other', async () => {
  const [one, two] = [await signInLawyer(), await signInLawyer()];
  await signOut({ actor: one.actor });
  expect(await resolve(one.token)).toBeNull();
  expect(await resolve(two.token)).not.toBeNull();
});

describe('devices', () => {
  test('are named and the present one is marked', async () => {
    const phone = await signInLawyer('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) MicroMessenger/8.0.50');
    await signInLawyer('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0');
    const devices = (await listDevices({ actor: phone.actor })).map((session) => presentDevice(session, phone.actor));
    expect(devices.map(({ device, isCurrent }) => ({ device, isCurrent }))).toEqual(
      expect.arrayContaining([
        { device: '微信 · iPhone', isCurrent: true },
        { device: 'Edge · Windows', isCurrent: false },
      ]),
    );
  });

  test('one’s own can be signed out, nobody else’s', async () => {
    const [one, two] = [await signInLawyer(), await signInLawyer()];
    const mine = lawyer;
    lawyer = await makeLawyer();
    await givePassword({ lawyerId: lawyer.id }, PASSWORD);
    const foreign = await signInLawyer();
    expect(foreign.actor.name).toBe(mine.name);

    await revokeDevice({ actor: one.actor, id: two.actor.sessionId });
    expect(await resolve(two.token)).toBeNull();
    for (const id of [foreign.actor.sessionId, 999_999, two.actor.sessionId]) {
      await expect(revokeDevice({ actor: one.actor, id })).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await resolve(foreign.token)).not.toBeNull();
  });
});

describe('a new password', () => {
  test('ends every other session and keeps this one', async () => {
    const [one, two] = [await signInLawyer(), await signInLawyer()];
    await changePassword({ actor: one.actor, current: PASSWORD, next: 'battery staple 2' });
    expect(await resolve(one.token)).not.toBeNull();
    expect(await resolve(two.token)).toBeNull();
  });

  test('needs the current one, and guessing it locks', async () => {
    const { actor } = await signInLawyer();
    const guess = () => changePassword({ actor, current: 'wrong', next: 'battery staple 2' });
    for (let i = 1; i < MAX_FAILURES; i++) {
      await expect(guess()).rejects.toMatchObject({ fields: { current: expect.any(String) } });
    }
    await expect(guess()).rejects.toMatchObject({ code: 'locked' });
    const right = changePassword({ actor, current: PASSWORD, next: 'battery staple 2' });
    await expect(right).rejects.toMatchObject({ code: 'locked' });
  });

  test('is not the login', async () => {
    const { actor } = await signInLawyer();
    await expect(changePassword({ actor, current: PASSWORD, next: lawyer.licenceNo })).rejects.toMatchObject({
      fields: { next: expect.any(String) },
    });
  });
});
