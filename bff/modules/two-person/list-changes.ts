import { Op } from 'sequelize';
import type { ChangesReply } from '../../contract/two-person/endpoints.ts';
import { clock } from '../../platform/clock/clock.ts';
import type { StaffActor } from '../../actor.ts';
import { confirmable } from './confirmable.ts';
import { describeChange } from './describe-change.ts';
import { ChangeRequest } from './model.ts';

/** Of what is over this many are listed; all of it stands in the log. */
const LATEST = 20;

/** What waits for a second person, oldest first, and then the latest that is over. */
export async function listChanges({ actor }: { actor: StaffActor }): Promise<ChangesReply> {
  const waits = { state: 'waiting', expiresAt: { [Op.gt]: clock.now() } };
  const [waiting, over, administrators] = await Promise.all([
    ChangeRequest.findAll({ where: waits, order: ['id'] }),
    ChangeRequest.findAll({ where: { [Op.not]: waits }, order: [['id', 'DESC']], limit: LATEST }),
    confirmable.answer.countAdministrators(),
  ]);
  return { items: [...waiting, ...over].map((change) => describeChange(change, actor)), administrators };
}
