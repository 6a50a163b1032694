import type { MemberActor } from '../../../actor.ts';
import { toIso } from '../../../contract/dates.ts';
import { profileSection } from '../../../contract/profile/profile.ts';
import type { ProfileViews } from '../../../contract/profile/replies.ts';
import { VIEWED_PARTS } from '../../../contract/views/enums.ts';
import { listPersonalViews } from '../../views/list-views.ts';
import { ProfileView } from '../model.ts';
import { lawyerOf } from '../policy.ts';

/** So many are shown. */
const LATEST = 200;
/** Members read of the association, not of a person. */
const STAFF = '协会工作人员';

/** Who looked at what of the actor's sensitive data, newest first. Throws `not_found` for a firm. */
export async function listProfileViews({ actor }: { actor: MemberActor }): Promise<ProfileViews> {
  const lawyerId = lawyerOf(actor);
  const sections = await ProfileView.findAll({ where: { lawyerId }, order: [['id', 'DESC']], limit: LATEST });
  const others = await listPersonalViews(lawyerId, LATEST);
  const all = [
    ...sections.map(({ at, section, reason }) => ({ at, what: profileSection(section).label, by: STAFF, reason })),
    ...others.map(({ at, part, reason, byKind, byName }) => ({
      at,
      what: VIEWED_PARTS[part],
      by: byKind === 'staff' ? STAFF : byName,
      reason,
    })),
  ];
  const latest = all.sort((a, b) => b.at - a.at).slice(0, LATEST);
  return { items: latest.map((one) => ({ ...one, at: toIso(one.at) })) };
}
