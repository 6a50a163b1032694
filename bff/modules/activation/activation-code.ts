import { Op, type Transaction } from 'sequelize';
import { ACTIVATION_CHANNELS, ACTIVATION_DAYS, type ActivationChannel } from '../../contract/activation.ts';
import { clock } from '../../platform/clock/clock.ts';
import { newReadableCode } from '../../platform/crypto/readable-code.ts';
import { keyedIndex } from '../../platform/crypto/sealed.ts';
import type { StaffActor } from '../accounts/actor.ts';
import { endRequest, loadUnopened, type UnopenedAccount } from '../accounts/first-use.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { ActivationCode } from './model.ts';

/** A code that has just been made: it exists in plain words only until it has been printed, sent or read out. */
export interface IssuedCode {
  account: UnopenedAccount;
  code: string;
  expiresAt: number;
}

// Typed with or without its hyphens.
const hashOf = (code: string) => keyedIndex('activation-codes', code.replaceAll('-', ''));

/**
 * Makes a code of some 79 bits that opens the account once, for 30 days; those before it are worth nothing any more.
 * Throws `not_found`, `wrong_state` for an account that has been opened or closed.
 * @param issue.code one of newReadableCode() that is printed already
 */
export async function issueCode(
  issue: { actor: StaffActor; accountId: number; channel: ActivationChannel; code?: string },
  t: Transaction,
): Promise<IssuedCode> {
  const { actor, accountId, channel, code = newReadableCode() } = issue;
  const account = await loadUnopened(accountId, t);
  const now = clock.now();
  const expiresAt = now + ACTIVATION_DAYS * 86_400_000;
  await endCodes(accountId, t);
  await ActivationCode.create(
    {
      ...{ accountId, codeHash: hashOf(code), channel, issuedBy: actor.accountId, issuedByName: actor.name },
      ...{ issuedAt: now, expiresAt, usedAt: null, endedAt: null },
    },
    { transaction: t },
  );
  await endRequest(accountId, t);
  const target = `${account.name}（${account.login}）`;
  await writeAudit(
    {
      ...{ actor, action: 'activation.issued', targetKind: 'account', targetId: accountId, target },
      detail: ACTIVATION_CHANNELS[channel],
    },
    t,
  );
  return { account, code, expiresAt };
}

/** The last whole day on which a code that is made at this instant is good: yyyy-MM-dd in China. */
export const lastDayOf = (issuedAt: number): string =>
  new Date(issuedAt + (ACTIVATION_DAYS - 1) * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

/** Nothing that was handed out for this account opens it any more. */
export async function endCodes(accountId: number, t: Transaction): Promise<void> {
  const where = { accountId, usedAt: null, endedAt: null };
  await ActivationCode.update({ endedAt: clock.now() }, { where, transaction: t });
}

/** Uses a code up; answers whether it was one of this account that is still good. */
export async function takeActivationCode(accountId: number, code: string, t: Transaction): Promise<boolean> {
  const now = clock.now();
  const where = { accountId, codeHash: hashOf(code), usedAt: null, endedAt: null, expiresAt: { [Op.gt]: now } };
  const [used] = await ActivationCode.update({ usedAt: now }, { where, transaction: t });
  return used === 1;
}
