import { Op, type Transaction } from 'sequelize';
import { memberIdOf, type MemberActor } from '../../actor.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { lockAccount } from '../accounts/lock-account.ts';
import { Announcement, AnnouncementConfirmation, AnnouncementMark } from './model.ts';
import { loadForMember } from './load-for-member.ts';
import { opening, seeing, unmarked } from './rules.ts';

/**
 * Marks one announcement as read by this account, or everything up to one that was on the screen. Throws `not_found` for
 * one that is not for this member.
 */
export async function markAnnouncementsRead(
  actor: MemberActor,
  which: { id: number } | { upTo: number },
): Promise<void> {
  const { accountId } = actor;
  const { publishedAt, id } = await loadForMember(actor, 'id' in which ? which.id : which.upTo);
  await transaction(async (t) => {
    // Two pages of one account come one after the other.
    await lockAccount(accountId, t);
    const now = clock.now();
    const row = await AnnouncementMark.findOne({ where: { accountId }, transaction: t });
    const before = row ?? unmarked(now);
    const mark =
      'id' in which ? opening(before, Number(id), now) : seeing(before, await lastAskedUntil(publishedAt, t));
    const columns = { seenAt: mark.seenAt, opened: { ...mark.opened } };
    if (row) await row.update(columns, { transaction: t });
    else await AnnouncementMark.create({ accountId, ...columns }, { transaction: t });
  });
}

/**
 * The latest instant at which anything that had appeared by then asked to be read: an announcement that was changed later
 * may ask for it again.
 */
async function lastAskedUntil(publishedAt: number, t: Transaction): Promise<number> {
  const where = { state: 'published', publishedAt: { [Op.lte]: publishedAt } } as const;
  return Math.max(
    publishedAt,
    (await Announcement.max<number, Announcement>('askedAt', { where, transaction: t })) ?? 0,
  );
}

/** Confirms for its member that an announcement was read; twice is once. Throws `not_found`, `wrong_state`. */
export async function confirmAnnouncement({ actor, id }: { actor: MemberActor; id: number }): Promise<void> {
  const { mustConfirm, round } = await loadForMember(actor, id);
  if (!mustConfirm) throw new AppError('wrong_state', { message: '该公告不须确认' });
  const { kind: memberKind, id: memberId } = memberIdOf(actor);
  await transaction(async (t) => {
    const row = { announcementId: id, round, memberKind, memberId };
    // The unique key decides between two taps.
    await AnnouncementConfirmation.bulkCreate([{ ...row, accountId: actor.accountId, confirmedAt: clock.now() }], {
      transaction: t,
      ignoreDuplicates: true,
    });
  });
}
