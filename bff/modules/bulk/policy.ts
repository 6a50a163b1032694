import { AppError } from '../../errors.ts';
import type { FirmActor } from '../../actor.ts';
import { BulkOrder } from './model.ts';

/** A bulk order of the firm itself; `not_found` for everybody else's, as for one that does not exist. */
export async function loadOwn(actor: FirmActor, id: number): Promise<BulkOrder> {
  const order = await BulkOrder.findOne({ where: { id, firmId: actor.firmId } });
  if (!order) throw new AppError('not_found');
  return order;
}
