import { DAY_MS, HOUR_MS } from '../../contract/dates.ts';
import { clock } from '../../platform/clock/clock.ts';
import { kv } from '../../platform/kv/kv.ts';
import type { CodeAsked } from '../../contract/accounts/endpoints.ts';
import { keyedIndex } from '../../platform/crypto/keyed-index.ts';
import { transaction } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { networkOf } from '../../platform/network.ts';
import { countAgainst, isWithin } from '../../platform/kv/rate-limit.ts';
import { findAccount } from '../accounts/find-account.ts';
import { Account, ConfirmedEmail, ConfirmedPhone } from '../accounts/model.ts';
import type { CodeBudget } from '../outbox/model.ts';
import { mayTakeText } from '../outbox/texts/text-quota.ts';
import { CODE_MINUTES, sendCode, type Destination } from './contacts/sent-code.ts';
import { codeTicketFor, hashCodeTicket } from './contacts/code-ticket.ts';
import { askForText } from './contacts/text-wait.ts';

const byAddress = { name: 'reset-requests-address', limit: 120, windowMs: HOUR_MS };
const byLogin = { name: 'reset-requests-login', limit: 5, windowMs: HOUR_MS };
/** Whichever of its names was typed. Beyond it nothing is sent, and the answer does not tell. */
const toAccount = { name: 'reset-requests-account', limit: 5, windowMs: HOUR_MS };

/**
 * Asks for a code to reset a forgotten password. Answers the same, after the same work, for every login: whether there
 * is an account with a confirmed address or number is found out by the job. Within
 * a minute of a text nothing is sent: the one that was is still good. Throws `too_many_requests`, for unknown logins alike.
 */
export async function requestReset({
  login,
  by,
  codeTicket: own,
  address,
  knownDevice,
}: {
  login: string;
  by: Destination['by'];
  /** What somebody was given who has asked before. */
  codeTicket?: string | undefined;
  address: string;
  /** Which device this is to an account, if it is known there: strangers use up nothing of its owner's. */
  knownDevice?: (accountId: number) => string | undefined;
}): Promise<CodeAsked> {
  const codeTicket = codeTicketFor(own);
  const account = await findAccount('member', login);
  await countAgainst(byAddress, address);
  const device = account ? knownDevice?.(account.id) : undefined;
  // What is answered goes by what was typed: two names that share a countdown would be found to be one account's.
  const asked = keyOfReset({ login, accountId: undefined, device, address });
  if (by === 'email') await countAgainst(byLogin, asked);
  const { isNext, waitSeconds } = by === 'phone' ? await askForText(`reset:${asked}`, byLogin) : ANY_TIME;
  if (isNext) {
    const mayBeSent = await isWithin(toAccount, keyOfReset({ login, accountId: account?.id, device, address }));
    // Whoever asks, and however often: one mail in two minutes, in the same mailbox. Who knows the device has one besides.
    // A text is for who asked: how many there are is limited by number (outbox/texts/text-quota.ts).
    const slot = Math.floor(clock.now() / CODE_EVERY_MS);
    const dedupeKey = keyedIndex(
      'reset-job',
      `${account?.id ?? login.toUpperCase()}:${by}:${device ?? ''}:${mayBeSent}:${slot}`,
    );
    const payload = {
      accountId: account && mayBeSent ? account.id : 0,
      by,
      isOwner: device !== undefined,
      codeTicketHash: hashCodeTicket(codeTicket),
    };
    const once = by === 'email' ? { dedupeKey } : {};
    await transaction((t) => enqueue('send-reset-code', payload, { t, ...once }));
  }
  return { minutes: CODE_MINUTES, waitSeconds, codeTicket };
}

/** A code that was sent is good for ten minutes: nobody needs the next at once. */
const CODE_EVERY_MS = 2 * 60_000;
/** Mails a day to one account for people whom it does not know. */
const MAILS_A_DAY = 20;

/** Mails have no minute to wait for. */
const ANY_TIME = { isNext: true, waitSeconds: 0 };

/**
 * What tries and mails count by: the account, whichever of its two names was typed, and the device that it knows or
 * else the network, so that a stranger uses up nothing of the owner's.
 */
export const keyOfReset = (whose: {
  login: string;
  accountId: number | undefined;
  device: string | undefined;
  address: string;
}): string => {
  const { login, accountId, device, address } = whose;
  return keyedIndex('reset', `${accountId ?? login.toUpperCase()}:${device ?? networkOf(address)}`);
};

/** Sends the code, if there is an open account and an address or number that its owner has confirmed; otherwise nothing. */
export async function sendResetCode(asked: {
  accountId: number;
  by: Destination['by'];
  isOwner: boolean;
  codeTicketHash?: string | undefined;
}): Promise<void> {
  const { accountId, by, isOwner, codeTicketHash } = asked;
  const account = await Account.findByPk(accountId);
  const found = await confirmedDestination(accountId, by, isOwner ? 'owner' : 'anyone');
  const to = found?.by === 'phone' ? { ...found, codeTicketHash } : found;
  if (!account || account.isClosed || account.passwordHash === null || !to) return;
  if (to.by === 'phone' && !(await mayTakeText(to.number, to.budget))) return;
  if (to.by === 'email' && !isOwner && !(await mayMailAnyone(accountId))) return;
  await transaction((t) => sendCode({ account, purpose: 'reset', to }, t));
}

async function mayMailAnyone(accountId: number): Promise<boolean> {
  return (await kv.increment(`reset-mails:${accountId}:${clock.today()}`, { ttlMs: DAY_MS })) <= MAILS_A_DAY;
}

async function confirmedDestination(
  accountId: number,
  by: Destination['by'],
  budget: CodeBudget,
): Promise<Destination | null> {
  if (by === 'phone') {
    const phone = await ConfirmedPhone.findOne({ where: { accountId } });
    return phone && { by, number: phone.number, budget };
  }
  const email = await ConfirmedEmail.findOne({ where: { accountId } });
  return email && { by, address: email.address };
}
