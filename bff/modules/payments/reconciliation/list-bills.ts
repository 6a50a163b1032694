import { selectPage, type ListPage } from '../../../platform/db/keyset.ts';
import { PaymentBill } from '../model.ts';
import { idRow } from '../../../platform/db/rows.ts';

/** The days whose bill was compared with our books, the latest first. */
export async function listBills(filter: {
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<ListPage<PaymentBill>> {
  const page = await selectPage({
    row: idRow,
    columns: 'b.id',
    from: 'payment_bills b',
    where: [],
    order: { by: 'b.bill_on', id: 'b.id', direction: 'descending' },
    cursor: filter.cursor,
    limit: filter.limit,
  });
  const where = { id: page.items.map(({ id }) => id) };
  return { ...page, items: await PaymentBill.findAll({ where, order: [['billOn', 'DESC']] }) };
}
