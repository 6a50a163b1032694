import { newKey } from '../certificate.ts';
import { makeLawyer } from '../registry.ts';
import type { Activity } from '../../../modules/activities/model.ts';
import { issueTicket } from '../../../modules/activities/draw/issue-ticket.ts';
import { writeRegistration } from '../../../modules/activities/seats/write-registration.ts';
import { Lawyer } from '../../../modules/registry/model.ts';
import { transaction } from '../../../platform/db/database.ts';

/** So many lawyers of a firm, written at once: what is measured is not how they came. Answers their ids. */
export async function makeCrowd(count: number, firmId: number | null = null): Promise<number[]> {
  const { id: _id, ...like } = (await makeLawyer({ firmId })).get({ plain: true });
  const all = Array.from({ length: count }, (_, n) => ({
    ...like,
    name: `${'赵钱孙李周吴郑王冯陈'[n % 10]}${'若知景行清远明德思齐'[(n * 7) % 10]}${n}`,
    licenceNo: `1449${String(n).padStart(13, '0')}`,
    identityIndex: `crowd-${n}`,
    phone: `199${String((n * 7_919) % 100_000_000).padStart(8, '0')}`,
  }));
  await Lawyer.bulkCreate(all);
  const made = await Lawyer.findAll({ where: { licenceNo: all.map(({ licenceNo }) => licenceNo) }, order: ['id'] });
  return made.map(({ id }) => id);
}

/** Signs them all up in one transaction, with seats or for the draw, as if each had come by himself. */
export async function signUpCrowd(signed: {
  activity: Activity;
  groupId: number;
  lawyerIds: readonly number[];
  state: 'registered' | 'drawing';
}): Promise<void> {
  const { activity, groupId, lawyerIds, state } = signed;
  await transaction(async (t) => {
    for (const lawyerId of lawyerIds) {
      const of = { activity, groupId, lawyerId, firmId: null, accountId: 1, state, feeFen: 0 };
      const said = { answers: {}, reason: '', idempotencyKey: newKey(), contentHash: '' };
      const one = await writeRegistration({ ...of, ...said }, t);
      if (state === 'drawing') await issueTicket(one, t);
    }
    if (state === 'registered') await activity.update({ taken: lawyerIds.length }, { transaction: t });
  });
}
