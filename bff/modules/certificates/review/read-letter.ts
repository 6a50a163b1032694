import { Op, type Transaction } from 'sequelize';
import { MIN_READING_MS } from '../../../contract/review/limits.ts';
import { AppError } from '../../../errors.ts';
import type { StaffActor } from '../../../actor.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { sha256 } from '../../../platform/crypto/sha256.ts';
import { transaction } from '../../../platform/db/database.ts';
import { lockAccount } from '../../accounts/lock-account.ts';
import { readSettings } from '../../settings/read-settings.ts';
import type { ReviewOffice } from '../facts/facts.ts';
import { composeLetter } from '../letters/compose-letter.ts';
import type { Office } from '../letters/letter-values.ts';
import type { Application } from '../model.ts';
import { loadFor } from '../policy.ts';
import { doubtsIn } from '../rules/rules.ts';
import { currentWording } from '../types/find-type.ts';
import { LetterReading } from './letter-reading-model.ts';
import { keepFindings, lookAt, type Look } from './look-again.ts';
import { doubtsInWords } from './way-of-approval.ts';

/**
 * A reviewer opens a letter in reading mode; one that he or she has read already, and that says the same still, is the same
 * reading. Throws `not_found`, `already_decided`, and `wrong_state` when something is in doubt: such an application has
 * its own page.
 */
export async function openReading({ actor, id }: { actor: StaffActor; id: number }): Promise<LetterReading> {
  const office = await readSettings();
  const opened = await transaction(async (t) => {
    const { application } = await loadFor(actor, 'approve', id, t);
    const look = await lookAt({ application, office }, t);
    await keepFindings(application, look.findings, t);
    await application.update({ attendedById: actor.accountId }, { transaction: t });
    const doubts = doubtsIn(look.findings).length;
    if (doubts > 0) return doubts;
    const fingerprint = await fingerprintOf({ application, look, office }, t);
    const known = await lastRead({ actor, application }, t);
    if (known?.fingerprint === fingerprint) return known;
    const by = { accountId: actor.accountId, byName: actor.name };
    const now = { openedAt: clock.now(), readAt: null };
    return LetterReading.create({ applicationId: id, ...by, fingerprint, ...now }, { transaction: t });
  });
  // Thrown after the commit, so that the findings stay.
  if (typeof opened === 'number') {
    throw new AppError('wrong_state', { message: `${doubtsInWords(opened)}，请在审核页单独处理` });
  }
  return opened;
}

/**
 * 已阅: the letter was read through. Too soon after it was opened, or after the same reviewer has read another one, it is
 * not (`readAt` stays null), and may be said again.
 * Both instants are the server's. Throws `not_found` for readings of others.
 */
export async function finishReading(what: { actor: StaffActor; id: number; reading: number }): Promise<LetterReading> {
  const { actor, id, reading } = what;
  return transaction(async (t) => {
    // Of two that are said to be read at once, the second one sees the first.
    await lockAccount(actor.accountId, t);
    await loadFor(actor, 'approve', id, t);
    const where = { id: reading, applicationId: id, accountId: actor.accountId };
    const found = await LetterReading.findOne({ where, transaction: t, rejectOnEmpty: new AppError('not_found') });
    if (found.readAt !== null) return found;
    // Nobody reads two at once: of letters that lie open side by side each has the time since the one before was read.
    const openedAt = Math.max(found.openedAt, await lastReadAt(actor, t));
    const readAt = clock.now();
    return readAt - openedAt < MIN_READING_MS ? found : found.update({ openedAt, readAt }, { transaction: t });
  });
}

/**
 * The reading on which a reviewer signs. Throws `wrong_state` when he or she has not read the letter, `changed_meanwhile`
 * when it says something else by now.
 */
export async function readingToSignOn(
  what: { actor: StaffActor; application: Application; look: Look; office: ReviewOffice & Office },
  t: Transaction,
): Promise<LetterReading & { readAt: number }> {
  const reading = await lastRead(what, t);
  if (!reading) throw new AppError('wrong_state', { message: '您还没有阅读这份证明，不能签署' });
  if (reading.fingerprint !== (await fingerprintOf(what, t))) {
    throw new AppError('changed_meanwhile', { message: '证明内容在您阅读之后有变化，请重新阅读' });
  }
  return reading;
}

/** Who has read the letter of an application, in order; for staff alone. */
export function listReadings(applicationId: number): Promise<LetterReading[]> {
  return LetterReading.findAll({ where: { applicationId, readAt: { [Op.ne]: null } }, order: ['id'] });
}

/** Whole seconds from opening a letter to 已阅. */
export const secondsOf = ({ openedAt, readAt }: Pick<LetterReading, 'openedAt' | 'readAt'>): number =>
  readAt === null ? 0 : Math.round((readAt - openedAt) / 1000);

async function lastRead(
  { actor, application }: { actor: StaffActor; application: Application },
  t: Transaction,
): Promise<(LetterReading & { readAt: number }) | null> {
  const where = { applicationId: application.id, accountId: actor.accountId, readAt: { [Op.ne]: null } };
  const found = await LetterReading.findOne({ where, order: [['id', 'DESC']], transaction: t });
  return found as (LetterReading & { readAt: number }) | null;
}

/** When a reviewer last finished a letter (ms), whichever; 0: never. */
async function lastReadAt({ accountId }: StaffActor, t: Transaction): Promise<number> {
  // A clock that was set back in between keeps nobody waiting.
  const where = { accountId, readAt: { [Op.lte]: clock.now() } };
  return (await LetterReading.max<number | null, LetterReading>('readAt', { where, transaction: t })) ?? 0;
}

/** Of the letter and of what was sent with it: after 退回补正 the same letter may rest on other files. */
async function fingerprintOf(
  { application, look, office }: { application: Application; look: Look; office: Office },
  t: Transaction,
): Promise<string> {
  const letter = composeLetter(await currentWording(look.type.id, t), look.facts, office);
  return sha256(JSON.stringify([application.contentHash, letter]));
}
