import { selectPage, type ListPage } from '../../../platform/db/keyset.ts';
import { PaymentDifference } from '../model.ts';
import { idRow } from '../../../platform/db/rows.ts';

/** What finance has to look at, or has looked at, the latest first. */
export async function listDifferences(filter: {
  state: 'open' | 'resolved';
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<ListPage<PaymentDifference>> {
  const page = await selectPage({
    row: idRow,
    columns: 'd.id',
    from: 'payment_differences d',
    where: [{ sql: `d.resolved_at IS ${filter.state === 'open' ? '' : 'NOT '}NULL`, values: [] }],
    order: { by: 'd.id', id: 'd.id', direction: 'descending' },
    cursor: filter.cursor,
    limit: filter.limit,
  });
  const where = { id: page.items.map(({ id }) => id) };
  return { ...page, items: await PaymentDifference.findAll({ where, order: [['id', 'DESC']] }) };
}
