import { Op } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { startOfShanghaiDay } from '../../../contract/dates.ts';
import { REVIEW_REASON } from '../../../contract/profile/enums.ts';
import { profileSection, type SectionKey } from '../../../contract/profile/profile.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { rolesAsKept } from '../../views/viewer.ts';
import { ProfileView, type Profile, type ProfileSnapshot } from '../model.ts';

/** Writes down a look at what is sensitive, for the member to read and for the log, before anything of it is handed out. */
export async function noteView(look: {
  actor: StaffActor;
  profile: Profile;
  snapshot: ProfileSnapshot;
  section: SectionKey;
  reason: string;
}): Promise<void> {
  const { actor, profile, snapshot, section, reason } = look;
  const { given } = snapshot.content;
  await transaction(async (t) => {
    const by = { byId: actor.accountId, byName: actor.name, byRoles: rolesAsKept(actor), at: clock.now() };
    await ProfileView.create({ lawyerId: profile.lawyerId, section, reason, ...by }, { transaction: t });
    const target = `${String(given['name'])}（${String(given['licenceNo'])}）`;
    const detail = `${profileSection(section).label}；查看事由：${reason}`;
    const line = { action: 'profile.section-opened', targetKind: 'profile', targetId: profile.id } as const;
    await writeAudit({ actor, ...line, target, detail }, t);
  });
}

/**
 * Writes down that somebody of the staff read what is personal (P2) in these sections while reviewing, for the member to
 * read: once a day and person, however often the page is opened. Nobody is asked for a reason, and nothing sensitive is shown.
 */
export async function noteReading(look: {
  actor: StaffActor;
  lawyerId: number;
  sections: readonly SectionKey[];
}): Promise<void> {
  const { actor, lawyerId, sections } = look;
  const personal = sections.filter((key) => profileSection(key).privacy === 'P2');
  const today = { [Op.gte]: startOfShanghaiDay(clock.today()) };
  const where = { lawyerId, byId: actor.accountId, reason: REVIEW_REASON, at: today };
  const known = await ProfileView.findAll({ where, attributes: ['section'] });
  const isNew = (key: SectionKey) => !known.some(({ section }) => section === key);
  const by = { byId: actor.accountId, byName: actor.name, byRoles: rolesAsKept(actor), at: clock.now() };
  await ProfileView.bulkCreate(
    personal.filter(isNew).map((section) => ({ lawyerId, section, reason: REVIEW_REASON, ...by })),
  );
}
