import type { Transaction } from 'sequelize';
import type { FirmActor, StaffActor } from '../../actor.ts';
import type { ViewedPart } from '../../contract/views/enums.ts';
import { clock } from '../../platform/clock/clock.ts';
import { PersonalView } from './model.ts';
import { rolesAsKept } from './viewer.ts';

/** Writes down a look at what is sensitive, in the transaction that hands it out. */
export async function notePersonalView(
  look: { actor: StaffActor | FirmActor; lawyerId: number; part: ViewedPart; reason: string },
  t: Transaction,
): Promise<void> {
  const { actor, lawyerId, part, reason } = look;
  const by = { byKind: actor.kind, byId: actor.accountId, byName: actor.name, byRoles: rolesAsKept(actor) };
  await PersonalView.create({ lawyerId, part, reason, ...by, at: clock.now() }, { transaction: t });
}
