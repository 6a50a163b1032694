import type { StaffActor } from '../../actor.ts';
import type { PublishAnnouncementParsed } from '../../contract/announcements/schemas.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { loadSeen } from './load-announcement.ts';
import type { Announcement } from './model.ts';
import { phaseOf } from './rules.ts';
import { expectRoomAtTop } from './write-announcement.ts';

const lineOf = ({ id, title }: Announcement) =>
  ({ targetKind: 'announcement', targetId: Number(id), target: title }) as const;

/**
 * Publishes an announcement now, or at a time that has not come: then it appears by itself. One that was withdrawn is
 * published anew, and what was scheduled gets another time. Throws `not_found`, `changed_meanwhile`, `wrong_state`,
 * `invalid_fields`.
 */
export async function publishAnnouncement(asked: {
  actor: StaffActor;
  id: number;
  input: PublishAnnouncementParsed;
}): Promise<void> {
  const { actor, id, input } = asked;
  await transaction(async (t) => {
    const announcement = await loadSeen({ id, version: input.version }, t);
    const now = clock.now();
    const phase = phaseOf(announcement, now);
    if (phase === 'published' || phase === 'ended') throw new AppError('wrong_state', { message: '公告已发布' });
    if (input.at !== null && input.at <= now) {
      throw new AppError('invalid_fields', { fields: { at: '定时发布的时间已过，请改为以后的时间，或立即发布' } });
    }
    const publishedAt = input.at ?? now;
    if (announcement.validUntil !== null && announcement.validUntil <= publishedAt) {
      throw new AppError('invalid_fields', { fields: { at: '公告的有效期早于发布时间，请先修改有效期' } });
    }
    await expectRoomAtTop(announcement, t);
    await announcement.update(
      {
        state: 'published',
        publishedAt,
        askedAt: publishedAt,
        publishedBy: actor.name,
        remindedAt: null,
        changedAt: null,
        updatedAt: now,
        version: announcement.version + 1,
      },
      { transaction: t },
    );
    const action = input.at === null ? 'announcement.published' : 'announcement.scheduled';
    await writeAudit({ actor, action, ...lineOf(announcement) }, t);
  });
}

/** Takes an announcement out of sight; one that has not appeared is a draft again. Throws `not_found`, `changed_meanwhile`, `wrong_state`. */
export async function withdrawAnnouncement(asked: {
  actor: StaffActor;
  id: number;
  input: { version: number };
}): Promise<void> {
  const { actor, id, input } = asked;
  await transaction(async (t) => {
    const announcement = await loadSeen({ id, version: input.version }, t);
    const now = clock.now();
    if (announcement.state !== 'published') throw new AppError('wrong_state');
    const isUnseen = phaseOf(announcement, now) === 'scheduled';
    await announcement.update(
      {
        ...(isUnseen ? { state: 'draft', publishedAt: null, askedAt: null } : { state: 'withdrawn' }),
        updatedAt: now,
        version: announcement.version + 1,
      },
      { transaction: t },
    );
    await writeAudit({ actor, action: 'announcement.withdrawn', ...lineOf(announcement) }, t);
  });
}

/**
 * Puts what asks to be confirmed before everything else on the home page of those who have not. No row is written of any
 * of them. Throws `not_found`, `changed_meanwhile`, `wrong_state`.
 */
export async function remindOfAnnouncement(asked: {
  actor: StaffActor;
  id: number;
  input: { version: number };
}): Promise<void> {
  const { actor, id, input } = asked;
  await transaction(async (t) => {
    const announcement = await loadSeen({ id, version: input.version }, t);
    const now = clock.now();
    if (!announcement.mustConfirm || phaseOf(announcement, now) !== 'published') throw new AppError('wrong_state');
    await announcement.update({ remindedAt: now, version: announcement.version + 1 }, { transaction: t });
    await writeAudit({ actor, action: 'announcement.reminded', ...lineOf(announcement) }, t);
  });
}
