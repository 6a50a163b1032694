import { Op } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import type { MemberActor } from '../../actor.ts';
import { Session } from '../accounts/model.ts';
import { IDLE_MS } from '../accounts/policy.ts';

/** The actor's own signed-in devices, the latest used first. */
export async function listDevices({ actor }: { actor: MemberActor }): Promise<Session[]> {
  return Session.findAll({
    where: { accountId: actor.accountId, lastSeenAt: { [Op.gt]: clock.now() - IDLE_MS.member } },
    order: [
      ['lastSeenAt', 'DESC'],
      ['id', 'DESC'],
    ],
  });
}
