import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import type { Row } from '../../../contract/form-reading/fields.ts';
import { ownPostOf } from '../../../contract/profile/own-posts.ts';
import { adoptAppointment } from '../../registry/records/adopt-appointment.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { textOf } from '../rules/finding.ts';

/**
 * Posts in our own association that were approved become the registry's, in the same transaction: certificates of posts read
 * them there. A post that is taken out of a profile stays registered: staff alone remove it.
 */
export async function registerPosts(
  approved: { actor: StaffActor; lawyerId: number; before: readonly Row[]; after: readonly Row[] },
  t: Transaction,
): Promise<void> {
  const { actor, lawyerId, before, after } = approved;
  const { association } = await readSettings(t);
  for (const row of after) {
    const post = ownPostOf(row, association);
    if (!post) continue;
    const earlier = before.find(({ id }) => id === row.id);
    const was = earlier ? ownPostOf(earlier, association) : null;
    await adoptAppointment({ actor, lawyerId, post, was, remark: remarkOf(row) }, t);
  }
}

function remarkOf({ values }: Row): string {
  const [term, documentNo] = [textOf(values, 'term'), textOf(values, 'documentNo')];
  return ['个人档案审核通过', term && `届别${term}`, documentNo && `文号${documentNo}`].filter((one) => one).join('，');
}
