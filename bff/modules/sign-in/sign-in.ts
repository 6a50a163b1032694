import { Op, type Transaction } from 'sequelize';
import { nameAndLogin } from '../accounts/name-and-login.ts';
import { DAY_MS } from '../../contract/dates.ts';
import type { SessionReply } from '../../contract/accounts/endpoints.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import { transaction } from '../../platform/db/database.ts';
import { kv } from '../../platform/kv/kv.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { sendNotice } from '../outbox/send-notice.ts';
import type { Actor, InSession, MemberActor, Realm } from '../../actor.ts';
import { checkPassword } from './check-password.ts';
import { checkSecondFactor } from './second-factor/check-second-factor.ts';
import { contactsOf } from '../registry/contacts/contacts-of.ts';
import { describeDevice } from '../../platform/user-agent/device.ts';
import { findAccount } from '../accounts/find-account.ts';
import { MAX_FAILURES, takeTry, type Try } from './lockout.ts';
import { Account, Session } from '../accounts/model.ts';
import { actorOf, IDLE_MS } from '../accounts/policy.ts';
import { showSession } from './show-session.ts';

export const TOKEN_BITS = 256;

/** What belongs to the session of a member is written with it. */
export type WithSession = (sessionId: number, t: Transaction, actor: MemberActor) => Promise<void>;

export interface SignedIn {
  /** Of the session; answered once, only its hash is stored. */
  token: string;
  accountId: number;
  reply: SessionReply;
}

/**
 * Starts a session. Throws `wrong_credentials` (the same, after the same time, for an unknown account), `locked`,
 * `too_many_requests`, `forbidden` for the right password of a closed account, or `second_factor_required`. The token is returned once;
 * only its hash is stored.
 */
export async function signIn(input: {
  realm: Realm;
  login: string;
  password: string;
  address: string;
  /** User agent. */
  device: string;
  inSameTransaction?: WithSession;
  /** Second factor of staff. */
  code?: string | undefined;
  /** Which device this is to an account, if it is known there. */
  knownDevice?: (accountId: number) => string | undefined;
}): Promise<SignedIn> {
  const { realm, address, knownDevice } = input;
  const account = await findAccount(realm, input.login);
  const device = account && knownDevice?.(account.id);
  const attempt = await takeTry({
    realm,
    account: account?.id ?? input.login.toUpperCase(),
    address,
    device: device ?? undefined,
  });
  if (!(await checkPassword(account, input.password, address)) || !account) return refuse(attempt, account, address);
  await attempt.succeeded();
  if (account.isClosed) {
    throw new AppError('forbidden', { message: '该账号已停用，如有疑问请与协会联系' });
  }
  if (realm === 'staff') await checkSecondFactor(account, input.code, address);
  const token = randomToken(TOKEN_BITS);
  const named = describeDevice(input.device);
  const actor = await startSession(account, { token, address, device: named }, input.inSameTransaction);
  return { token, accountId: account.id, reply: await showSession({ actor }) };
}

/** Writes the session of an account that has been proved. */
export async function startSession(
  account: Account,
  { token, address, device }: { token: string; address: string; device: string },
  inSameTransaction?: WithSession,
): Promise<Actor & InSession> {
  const now = clock.now();
  return transaction(async (t) => {
    const realm = account.kind === 'staff' ? 'staff' : 'member';
    await Session.destroy({
      where: { accountId: account.id, lastSeenAt: { [Op.lte]: now - IDLE_MS[realm] } },
      transaction: t,
    });
    const session = await Session.create(
      {
        accountId: account.id,
        tokenHash: hashToken(token),
        device,
        address,
        createdAt: now,
        lastSeenAt: now,
        previousSignInAt: account.lastSignedInAt,
      },
      { transaction: t },
    );
    await Account.update({ lastSignedInAt: now }, { where: { id: account.id }, transaction: t });
    const actor = actorOf(account, { id: session.id, address });
    await writeAudit(
      {
        actor,
        action: 'session.signed-in',
        targetKind: 'account',
        targetId: account.id,
        target: nameAndLogin(account),
        detail: device,
      },
      t,
    );
    if (inSameTransaction && actor.kind !== 'staff') await inSameTransaction(session.id, t, actor);
    return actor;
  });
}

async function refuse(attempt: Try, account: Account | null, address: string): Promise<never> {
  const { isLockedNow } = await attempt.failed();
  if (!isLockedNow) throw new AppError('wrong_credentials');
  const isFirst = account !== null && (await isFirstLockOfDay(account.id));
  await transaction(async (t) => {
    if (account && isFirst) await tellLocked(account, t);
    await writeAudit(
      {
        actor: null,
        action: 'session.locked',
        targetKind: 'account',
        targetId: account?.id ?? 0,
        // What was typed instead of a login may be anything, an identity number too.
        target: account ? nameAndLogin(account) : '不存在的账号',
        address,
      },
      t,
    );
  });
  throw new AppError('locked');
}

/** Who is locked out again and again is told once a day. */
async function isFirstLockOfDay(accountId: number): Promise<boolean> {
  return (await kv.increment(`told-locked:${accountId}`, { ttlMs: DAY_MS })) === 1;
}

/** The member is told; an account that nobody has opened has no password to guess, and staff see it in the log. */
async function tellLocked(account: Account, t: Transaction): Promise<void> {
  if (account.kind === 'staff' || account.passwordHash === null) return;
  const { name, login } = account;
  const detail = `账号 ${login} 的密码被连续输错${MAX_FAILURES}次，暂时不能登录。您登录过的设备不受影响。`;
  await sendNotice({ contacts: await contactsOf(account, t), name, notice: 'locked', detail }, t);
}
