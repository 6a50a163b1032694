import { addDays, HOUR_MS, startOfShanghaiDay, toShanghaiMinute, weekdayOf } from '../../contract/dates.ts';
import { env } from '../../env.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { readAuditEnd } from '../audit/read-audit-end.ts';
import { sealAudit } from '../audit/seal-audit.ts';
import { sendLater } from '../outbox/send-later.ts';

const MONDAY = 1;
/** Shanghai time on Mondays. */
const MORNING_MS = 9 * HOUR_MS;

/** Asks for the mail of the next Monday morning; every process may ask, it is done once. */
export async function scheduleAuditMail(): Promise<void> {
  const today = clock.today();
  const days = Array.from({ length: 8 }, (_, n) => addDays(today, n));
  const mornings = days.filter((day) => weekdayOf(day) === MONDAY).map((day) => startOfShanghaiDay(day) + MORNING_MS);
  const runAt = mornings.find((morning) => morning > clock.now());
  if (runAt === undefined) throw new Error('a week without a Monday');
  await transaction((t) => enqueue('mail-audit-end', {}, { t, dedupeKey: `mail-audit-end:${runAt}`, runAt }));
}

/**
 * Mails count and end of the audit log to the people of AUDIT_MAIL_TO: what they keep, nobody inside can change. Throws, and
 * mails nothing, when the log does not pass through the places noted before.
 */
export async function mailAuditEnd(): Promise<void> {
  const recipients = new Set(env.AUDIT_MAIL_TO);
  if (recipients.size === 0) return;
  await sealAudit();
  const end = await readAuditEnd();
  if (!end) return;
  const data = {
    applicant: '操作日志核对人',
    at: toShanghaiMinute(clock.now()),
    count: String(end.length),
    noted: `${end.length}:${end.hash}`,
  };
  await transaction(async (t) => {
    for (const recipient of recipients) await sendLater({ recipient, template: 'audit_end', data }, t);
  });
}
