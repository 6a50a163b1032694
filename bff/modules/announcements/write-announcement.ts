import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../actor.ts';
import { MAX_ANNOUNCEMENT_TEXT, MAX_PINNED } from '../../contract/announcements/limits.ts';
import type { AnnouncementInput, UpdateAnnouncementParsed } from '../../contract/announcements/schemas.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { ofAnnouncement } from '../../subject.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { bindFiles } from '../files/bind-files.ts';
import { releaseFiles } from '../files/release-files.ts';
import { keepRichText } from '../../platform/rich-text/keep-rich-text.ts';
import { loadSeen } from './load-announcement.ts';
import { Announcement } from './model.ts';
import { phaseOf } from './rules.ts';

const BODY = { name: 'body', label: '正文', max: MAX_ANNOUNCEMENT_TEXT };

/** Writes an announcement as a draft; answers its id. Throws `invalid_fields`. */
export async function createAnnouncement(written: { actor: StaffActor; input: AnnouncementInput }): Promise<number> {
  const { actor, input } = written;
  const { attachments, ...entered } = input;
  const columns = { ...entered, ...keepRichText(input.body, BODY) };
  return transaction(async (t) => {
    const { id } = await Announcement.create(
      {
        ...columns,
        state: 'draft',
        publishedAt: null,
        round: 1,
        askedAt: null,
        remindedAt: null,
        changedAt: null,
        updatedAt: clock.now(),
        createdBy: actor.name,
        publishedBy: '',
        version: 1,
      },
      { transaction: t },
    );
    await attach({ actor, id, tokens: attachments }, t);
    const line = { action: 'announcement.created', targetKind: 'announcement', targetId: id } as const;
    await writeAudit({ actor, ...line, target: input.title }, t);
    return id;
  });
}

/**
 * Changes an announcement that the actor saw; one that members can see says so from now on, and is unread again where it
 * asks again. Throws `not_found`, `changed_meanwhile`, `wrong_state`, `invalid_fields`.
 */
export async function updateAnnouncement(changed: {
  actor: StaffActor;
  id: number;
  input: UpdateAnnouncementParsed;
}): Promise<void> {
  const { actor, id, input } = changed;
  const { version, asksAgain, attachments, ...entered } = input;
  const columns = { ...entered, ...keepRichText(input.body, BODY) };
  await transaction(async (t) => {
    const announcement = await loadSeen({ id, version }, t);
    const now = clock.now();
    const isOut = phaseOf(announcement, now) === 'published' || phaseOf(announcement, now) === 'ended';
    if (announcement.state === 'published') await expectRoomAtTop({ ...columns, id }, t);
    const again = isOut && asksAgain ? { askedAt: now, remindedAt: null, round: announcement.round + 1 } : {};
    await announcement.update(
      { ...columns, ...again, ...(isOut && { changedAt: now }), updatedAt: now, version: version + 1 },
      { transaction: t },
    );
    await attach({ actor, id, tokens: attachments }, t);
    const line = { action: 'announcement.updated', targetKind: 'announcement', targetId: id } as const;
    await writeAudit({ actor, ...line, target: input.title, detail: isOut && asksAgain ? '须重新确认' : '' }, t);
  });
}

/** Refuses a sixth at the top of the list. Throws `invalid_fields`. */
export async function expectRoomAtTop(
  { id, pinnedUntil }: { id: number; pinnedUntil: number | null },
  t: Transaction,
): Promise<void> {
  const now = clock.now();
  if (pinnedUntil === null || pinnedUntil <= now) return;
  const published = await Announcement.findAll({
    attributes: ['id', 'state', 'publishedAt', 'pinnedUntil', 'validUntil'],
    where: { state: 'published' },
    order: [['pinnedUntil', 'DESC']],
    limit: 50,
    transaction: t,
  });
  const others = published.filter(
    (one) => one.id !== id && (one.pinnedUntil ?? 0) > now && phaseOf(one, now) !== 'ended',
  );
  if (others.length < MAX_PINNED) return;
  throw new AppError('invalid_fields', {
    fields: { pinnedUntil: `同时置顶的公告最多${MAX_PINNED}条，请先取消其他公告的置顶` },
  });
}

async function attach(
  { actor, id, tokens }: { actor: StaffActor; id: number; tokens: readonly string[] },
  t: Transaction,
): Promise<void> {
  const owner = ofAnnouncement(id);
  await bindFiles({ accountId: actor.accountId, owner, tokens, takesDocuments: true }, t);
  await releaseFiles({ owner, tokens }, t);
}
