import { env } from '../../env.ts';
import { clock } from '../../platform/clock/clock.ts';
import { newReadableCode } from '../../platform/crypto/readable-code.ts';
import { transaction } from '../../platform/db/database.ts';
import { printActivationLetters } from '../../templates/activation-letter/print-activation-letters.ts';
import type { StaffActor } from '../../actor.ts';
import { loadUnopened } from '../accounts/first-use.ts';
import { readPostalAddress } from '../registry/contacts/read-postal-address.ts';
import { readSettings } from '../settings/read-settings.ts';
import { issueCode, lastDayOf } from './activation-code.ts';
import { memberOf } from '../accounts/member-of.ts';

/**
 * Letters with codes, a page each, to members by name. All of them or none, and printed before a code is good: one that
 * was made and not printed would only have ended the one before. Throws what issueCode throws.
 */
export async function printActivations(letters: { actor: StaffActor; accountIds: number[] }): Promise<Buffer> {
  const { actor } = letters;
  const { association, registryPhone } = await readSettings();
  const accountIds = [...new Set(letters.accountIds)];
  const pages = await Promise.all(accountIds.map(writeLetter));
  const now = clock.now();
  const frame = { association, phone: registryPhone, url: `${env.PUBLIC_URL}/activate`, day: clock.today() };
  const pdf = await printActivationLetters({ ...frame, pages }, { creationTime: now });
  // Printed in the order of the list; locked in that of the ids, so that two never wait for each other.
  const inOrder = [...pages].sort((one, other) => one.accountId - other.accountId);
  await transaction(async (t) => {
    for (const { accountId, code } of inOrder) await issueCode({ actor, accountId, channel: 'letter', code }, t);
  });
  return pdf;
}

async function writeLetter(accountId: number) {
  const account = await transaction((t) => loadUnopened(accountId, t));
  const { kind, ...address } = await readPostalAddress(memberOf(account));
  const { name, login } = account;
  const until = lastDayOf(clock.now());
  return { ...address, accountId, name, login, code: newReadableCode(), until, isLawyer: kind === 'lawyer' };
}
