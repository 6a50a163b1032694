import type { MemberActor } from '../../../actor.ts';
import { toIso } from '../../../contract/dates.ts';
import { EXPORT_LISTS } from '../../../contract/exports/enums.ts';
import { profileSection } from '../../../contract/profile/profile.ts';
import type { ProfileViews } from '../../../contract/profile/replies.ts';
import { VIEWED_PARTS } from '../../../contract/views/enums.ts';
import { listExportsOf } from '../../views/exported-lawyers.ts';
import { listPersonalViews } from '../../views/list-views.ts';
import { staffInWords } from '../../views/viewer.ts';
import { ProfileView } from '../model.ts';
import { lawyerOf } from '../policy.ts';

/** Looks that are shown. */
const LATEST = 200;

/**
 * Who looked at what of the actor's sensitive data, and who took a list as a file in which the actor stands, newest first.
 * Throws `not_found` for a firm.
 */
export async function listProfileViews({ actor }: { actor: MemberActor }): Promise<ProfileViews> {
  const lawyerId = lawyerOf(actor);
  const sections = await ProfileView.findAll({ where: { lawyerId }, order: [['id', 'DESC']], limit: LATEST });
  const others = await listPersonalViews(lawyerId, LATEST);
  const exports = await listExportsOf(lawyerId, LATEST);
  const all = [
    ...sections.map((view) => ({
      at: view.at,
      what: profileSection(view.section).label,
      by: staffInWords(view),
      reason: view.reason,
    })),
    ...others.map((view) => ({
      at: view.at,
      what: VIEWED_PARTS[view.part],
      by: view.byKind === 'staff' ? staffInWords(view) : view.byName,
      reason: view.reason,
    })),
    ...exports.map((taken) => ({
      at: taken.at,
      what: `“${EXPORT_LISTS[taken.list]}”列表中的一行`,
      by: staffInWords(taken),
      reason: '导出为Excel文件',
    })),
  ];
  const latest = all.sort((a, b) => b.at - a.at).slice(0, LATEST);
  return { items: latest.map((one) => ({ ...one, at: toIso(one.at) })) };
}
