import { randomInt } from 'node:crypto';
import { Op, type Transaction } from 'sequelize';
import type { TextTemplate } from '../../../contract/notifications/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { keyedIndex } from '../../../platform/crypto/sealed.ts';
import { newReadableCode } from '../../../platform/crypto/readable-code.ts';
import { AppError } from '../../../errors.ts';
import { kv } from '../../../platform/kv/kv.ts';
import { networkOf } from '../../../platform/network.ts';
import { addressMail } from '../../outbox/address-mail.ts';
import { sendLater } from '../../outbox/send-later.ts';
import type { CodeBudget } from '../../outbox/model.ts';
import { textLater } from '../../outbox/texts/text-later.ts';
import { EmailCode, type Account } from '../../accounts/model.ts';

/** How long a code is good, and how many wrong tries it stands of one network and in all. */
export const CODE_MINUTES = 10;
export const CODE_TRIES = 5;
const CODE_TRIES_IN_ALL = 100;

type Purpose = EmailCode['purpose'];
/** Where a code goes: an address, or a mobile number. */
export type Destination =
  | { by: 'email'; address: string }
  /** `budget`: taken by `takeText` before. */
  | { by: 'phone'; number: string; budget: CodeBudget };

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

/**
 * Takes a code, once: answers the address or number it was sent to, or null for a wrong, used or expired one, of which
 * the try is counted: five for each network or known device that tries, so that a stranger uses up nothing of the owner's,
 * and of six digits a hundred of strangers in all, where strangers can ask for it. Commit in both cases, or a wrong try would cost nothing.
 * @param device that the account knows, if it is one
 * @param isKnown whether what else is asked for is right; a right code without it costs a try too
 */
export async function takeCode(
  taking: {
    accountId: number;
    purpose: Purpose;
    code: string;
    address: string;
    device?: string | undefined;
    isKnown?: boolean;
  },
  t: Transaction,
): Promise<string | null> {
  const { accountId, purpose, code, address, device, isKnown = true } = taking;
  const where = { accountId, purpose, usedAt: null, expiresAt: { [Op.gt]: clock.now() } };
  const rows = await EmailCode.findAll({ where, order: [['id', 'DESC']], transaction: t, lock: t.LOCK.UPDATE });
  const [latest] = rows;
  const tries = rows.reduce((sum, row) => sum + row.tries, 0);
  if (!latest) return null;
  // Neither a guess at a long one nor somebody on a known device is kept out by strangers.
  // What only a session can ask for is guessed by nobody but who holds it, from however many networks.
  const inAll = FOR_ANYONE.includes(purpose) ? CODE_TRIES_IN_ALL : CODE_TRIES;
  if (!isLong(code) && device === undefined && tries >= inAll) return null;
  const right = rows.find(({ codeHash }) => codeHash === hashOf(accountId, purpose, code));
  // Who knows neither has tried nothing.
  if (!right && !isKnown) return null;
  const key = `code-tries:${accountId}:${purpose}:${device ?? networkOf(address)}`;
  if ((await kv.increment(key, { ttlMs: CODE_MINUTES * 60_000 })) > CODE_TRIES) return null;
  if (!right || !isKnown) {
    if (!isLong(code)) await latest.update({ tries: latest.tries + 1 }, { transaction: t });
    return null;
  }
  await EmailCode.update({ usedAt: clock.now() }, { where, transaction: t });
  await kv.delete(key);
  return right.address;
}
