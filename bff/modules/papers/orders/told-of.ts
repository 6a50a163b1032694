import type { Transaction } from 'sequelize';
import { select } from '../../../platform/db/database.ts';
import type { PaperOrder } from '../model.ts';

/** How messages to the member name the application of an order. */
export async function toldOf(
  order: PaperOrder,
  t: Transaction,
): Promise<{ id: number; number: string; typeLabel: string }> {
  const [type] = await select<{ label: string }>(
    'SELECT y.label FROM applications a JOIN certificate_types y ON y.id = a.type_id WHERE a.id = ?',
    [order.applicationId],
    t,
  );
  return { id: order.applicationId, number: order.number, typeLabel: type?.label ?? '' };
}
