import type { Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import type { StaffActor } from '../../actor.ts';
import { PaperOrder } from './model.ts';
import { PAPER_ACTS, stateAfter, type PaperAct } from './rules.ts';

const WORKERS = ['reviewer', 'service', 'administrator'] as const;
const CASHIERS = ['finance', 'administrator'] as const;

/** What a member of staff may do with an order as it now stands: the counter prints and posts, finance takes money. */
export function permits(actor: StaffActor, order: PaperOrder): Set<PaperAct> {
  return new Set(PAPER_ACTS.filter((act) => mayAct(actor, act) && stateAfter(act, order) !== null));
}

function mayAct(actor: StaffActor, act: PaperAct): boolean {
  const allowed: readonly string[] = act === 'pay' ? CASHIERS : WORKERS;
  return actor.roles.some((role) => allowed.includes(role));
}

/**
 * Loads an order for one act, its row locked so that what was allowed stays so until the commit. Throws `not_found`,
 * `forbidden` for a role that does not do this, `wrong_state` when the act is not possible now.
 */
export async function loadFor(actor: StaffActor, act: PaperAct, id: number, t: Transaction): Promise<PaperOrder> {
  const order = await PaperOrder.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
  if (!order) throw new AppError('not_found');
  if (!mayAct(actor, act)) throw new AppError('forbidden');
  if (stateAfter(act, order) === null) throw new AppError('wrong_state');
  return order;
}
