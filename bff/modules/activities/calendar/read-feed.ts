import { createHash } from 'node:crypto';
import type { MemberActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { hashToken } from '../../../platform/crypto/tokens.ts';
import { transaction } from '../../../platform/db/database.ts';
import { countAgainst, judgeUnguessable } from '../../../platform/kv/rate-limit.ts';
import { findOpenMember } from '../../accounts/find-open-member.ts';
import { expectLawyer } from '../policy.ts';
import { readLawyer } from '../seats/read-lawyer.ts';
import { composeCalendar } from './compose-calendar.ts';
import { CalendarFeed } from './model.ts';
import { readEntries } from './read-entries.ts';

/** Limits how many addresses that do not exist one network asks for: whoever does so is guessing. */
const GUESSES = { name: 'calendar', limit: 30, windowMs: 10 * 60_000 };
/** Limits how often one address is read: telephone, tablet and PC may ask in the same minute, each of them twice. */
const READS = { name: 'calendar-reads', limit: 6, windowMs: 60_000 };
const REFUSAL = '日历地址无效的次数过多，请十分钟后再试';

export interface CalendarFile {
  bytes: Buffer;
  fileName: string;
  contentType: string;
  etag: string;
}

/**
 * What a calendar program reads under an address: nothing for one that was revoked, or whose lawyer's membership or account
 * has ended. Throws `not_found`, `too_many_requests`.
 */
export async function readFeed({ token, address }: { token: string; address: string }): Promise<CalendarFile> {
  const find = () => CalendarFeed.findOne({ where: { tokenHash: hashToken(token) } });
  const isWrong = (found: CalendarFeed | null) => found === null;
  const feed = await judgeUnguessable(GUESSES, address, find, { isWrong, refusal: REFUSAL });
  const member = feed && (await transaction((t) => findOpenMember(feed.accountId, t)))?.member;
  if (!feed || !member || (await readLawyer(member.id)).status === 'cancelled') throw new AppError('not_found');
  await countAgainst(READS, feed.tokenHash);
  await feed.update({ readAt: clock.now() });
  return fileOf('律协活动', await readEntries({ lawyerId: member.id }));
}

/** One activity that the lawyer signed up for. Throws `forbidden` for a firm, `not_found` where he did not. */
export async function readActivityCalendar({ actor, id }: { actor: MemberActor; id: number }): Promise<CalendarFile> {
  const { lawyerId } = expectLawyer(actor);
  const [entry] = await readEntries({ lawyerId, activityId: id });
  if (!entry) throw new AppError('not_found');
  return fileOf(entry.title, [entry]);
}

function fileOf(name: string, entries: Parameters<typeof composeCalendar>[0]['entries']): CalendarFile {
  const bytes = Buffer.from(composeCalendar({ name, entries }));
  return {
    bytes,
    fileName: `${name}.ics`,
    contentType: 'text/calendar; charset=utf-8',
    etag: createHash('sha256').update(bytes).digest('base64url'),
  };
}
