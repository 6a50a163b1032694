import { randomInt } from 'node:crypto';
import { Op, type Transaction } from 'sequelize';
import type { TextTemplate } from '../../../contract/notifications/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { keyedIndex } from '../../../platform/crypto/keyed-index.ts';
import { newReadableCode } from '../../../platform/crypto/readable-code.ts';
import { AppError } from '../../../errors.ts';
import { kv } from '../../../platform/kv/kv.ts';
import { networkOf } from '../../../platform/network.ts';
import { addressMail } from '../../outbox/address-mail.ts';
import { sendLater } from '../../outbox/send-later.ts';
import type { CodeBudget } from '../../outbox/model.ts';
import { textLater } from '../../outbox/texts/text-later.ts';
import { EmailCode, type Account } from '../../accounts/model.ts';
import { hashCodeTicket } from './code-ticket.ts';

/**
 * How long a code is good, and how many wrong tries it stands: of who asked for it; without a ticket of one network and in
 * all.
 */
export const CODE_MINUTES = 10;
export const CODE_TRIES = 5;
const CODE_TRIES_IN_ALL = 100;

type Purpose = EmailCode['purpose'];
/** Where a code goes: an address, or a mobile number. */
export type Destination =
  | { by: 'email'; address: string }
  /** `budget`: taken by `takeText` before. `codeTicketHash`: of what was given to who asked without having signed in. */
  | { by: 'phone'; number: string; budget: CodeBudget; codeTicketHash?: string | undefined };

// A long one is typed with or without its hyphens.
const hashOf = (accountId: number, purpose: Purpose, code: string) =>
  keyedIndex('email-codes', `${accountId}:${purpose}:${code.replaceAll('-', '')}`);
/** Too many to be guessed: as many of them may be good at once as anybody cares to ask for. */
const isLong = (code: string) => code.length > 6;

const CODE_REFUSED = '该邮箱今天收到的邮件已达上限，或已停止接收本系统代会员发送的邮件，请换一个邮箱或联系协会';

/** What may be asked for without signing in: a stranger's request must not end the code that its owner waits for. */
const FOR_ANYONE: readonly Purpose[] = ['reset', 'activate'];

/**
 * Sends a new code; those before it are worth nothing any more, unless anyone may ask for them. Six digits where a text or
 * its owner's session limits how many there are, some 79 bits where strangers may have it mailed again and again. Throws
 * `invalid_fields` (address).
 */
export async function sendCode(
  { account, purpose, to }: { account: Pick<Account, 'id' | 'name'>; purpose: Purpose; to: Destination },
  t: Transaction,
): Promise<void> {
  const isMailedToAnyone = to.by === 'email' && FOR_ANYONE.includes(purpose);
  const code = isMailedToAnyone ? newReadableCode() : String(randomInt(1_000_000)).padStart(6, '0');
  const address = to.by === 'email' ? to.address : to.number;
  const isOver = FOR_ANYONE.includes(purpose) && { expiresAt: { [Op.lte]: clock.now() } };
  await EmailCode.destroy({ where: { accountId: account.id, purpose, ...isOver }, transaction: t });
  await EmailCode.create(
    {
      accountId: account.id,
      purpose,
      address,
      codeHash: hashOf(account.id, purpose, code),
      codeTicketHash: (to.by === 'phone' && to.codeTicketHash) || null,
      tries: 0,
      expiresAt: clock.now() + CODE_MINUTES * 60_000,
      usedAt: null,
    },
    { transaction: t },
  );
  if (to.by === 'phone') {
    const params = { minutes: String(CODE_MINUTES) };
    const { number, budget } = to;
    await textLater({ number, template: TEXTS[purpose], budget, params, code }, t);
    return;
  }
  const data = { applicant: account.name };
  const mail = { recipient: address, data, secret: { code } };
  if (purpose === 'reset' || purpose === 'release') {
    await sendLater({ ...mail, template: `${purpose}_code` }, t);
    return;
  }
  // An address to be confirmed is one that a member typed: a stranger's, perhaps.
  const { state } = await addressMail({ ...mail, template: 'confirm_code', askedBy: account.id }, t);
  if (state === 'refused') throw new AppError('invalid_fields', { fields: { address: CODE_REFUSED } });
}

const TEXTS = {
  confirm: 'confirm_text',
  phone: 'confirm_text',
  reset: 'reset_text',
  activate: 'activate_text',
  release: 'confirm_text',
} as const satisfies Record<Purpose, TextTemplate>;

/** A try at a code. */
interface Taking {
  accountId: number;
  purpose: Purpose;
  code: string;
  /** With which the code was asked for, of who did so without having signed in. */
  codeTicket?: string | undefined;
  address: string;
  /** That the account knows, if it is one. */
  device?: string | undefined;
  /** Whether what else is asked for is right; a right code without it costs a try too. */
  isKnown?: boolean;
}

/**
 * Takes a code, once: answers the address or number it was sent to, or null for a wrong, used or expired one, of which
 * the try is counted. A text that was asked for with a ticket is tried only together with it, five times: a stranger
 * neither guesses at it nor uses up any of its tries. Commit in both cases, or a wrong try would cost nothing.
 */
export async function takeCode(taking: Taking, t: Transaction): Promise<string | null> {
  const { accountId, purpose, codeTicket, device } = taking;
  const where = { accountId, purpose, usedAt: null, expiresAt: { [Op.gt]: clock.now() } };
  const rows = await EmailCode.findAll({ where, order: [['id', 'DESC']], transaction: t, lock: t.LOCK.UPDATE });
  const isAsked = (row: EmailCode) => row.codeTicketHash !== null;
  const asked = rows.filter((row) => isAsked(row) && row.tries < CODE_TRIES);
  const ticketHash = codeTicket === undefined ? '' : hashCodeTicket(codeTicket);
  const own = asked.filter(({ codeTicketHash }) => codeTicketHash === ticketHash);
  const open = rows.filter((row) => !isAsked(row));
  // Clients from before there were tickets: where the account has been signed in to, they still come without.
  const withoutTicket = device !== undefined && codeTicket === undefined ? asked : [];
  const right = (await tryOwn(own, taking, t)) ?? (await tryOpen({ open, withoutTicket }, taking, t));
  if (!right) return null;
  await EmailCode.update({ usedAt: clock.now() }, { where, transaction: t });
  return right.address;
}

const fits =
  ({ accountId, purpose, code }: Taking) =>
  ({ codeHash }: EmailCode) =>
    codeHash === hashOf(accountId, purpose, code);

/** By who asked for them. */
async function tryOwn(own: EmailCode[], taking: Taking, t: Transaction): Promise<EmailCode | undefined> {
  const right = own.find(fits(taking));
  const { isKnown = true } = taking;
  if (right && isKnown) return right;
  // Who knows neither has tried nothing.
  const isTried = right !== undefined || isKnown;
  if (isTried) for (const row of own) await row.update({ tries: row.tries + 1 }, { transaction: t });
  return undefined;
}

/**
 * What nobody asked for with a ticket: five tries for each network or known device, so that a stranger uses up nothing of
 * the owner's, and of six digits a hundred of strangers in all, where strangers can ask for it.
 */
async function tryOpen(
  { open, withoutTicket }: { open: EmailCode[]; withoutTicket: EmailCode[] },
  taking: Taking,
  t: Transaction,
): Promise<EmailCode | undefined> {
  const { accountId, purpose, code, address, device, isKnown = true } = taking;
  const rows = [...open, ...withoutTicket];
  if (rows.length === 0) return undefined;
  const tries = open.reduce((sum, row) => sum + row.tries, 0);
  // Neither a guess at a long one nor somebody on a known device is kept out by strangers.
  // What only a session can ask for is guessed by nobody but who holds it, from however many networks.
  const inAll = FOR_ANYONE.includes(purpose) ? CODE_TRIES_IN_ALL : CODE_TRIES;
  if (!isLong(code) && device === undefined && tries >= inAll) return undefined;
  const right = rows.find(fits(taking));
  // Who knows neither has tried nothing.
  if (!right && !isKnown) return undefined;
  const key = `code-tries:${accountId}:${purpose}:${device ?? networkOf(address)}`;
  if ((await kv.increment(key, { ttlMs: CODE_MINUTES * 60_000 })) > CODE_TRIES) return undefined;
  if (right && isKnown) {
    await kv.delete(key);
    return right;
  }
  const [latest] = open;
  if (latest && !isLong(code)) await latest.update({ tries: latest.tries + 1 }, { transaction: t });
  return undefined;
}
