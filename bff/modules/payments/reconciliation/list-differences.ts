import { selectPage, type ListPage } from '../../../platform/db/keyset.ts';
import { overdueSince } from '../../office-hours/read-overdue.ts';
import { PaymentDifference } from '../model.ts';
import { idRow } from '../../../platform/db/rows.ts';

/** What finance has to look at, the oldest first, or has looked at, the latest first. */
export async function listDifferences(filter: {
  state: 'open' | 'resolved';
  waited?: 'overdue' | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<ListPage<PaymentDifference>> {
  const isOpen = filter.state === 'open';
  const late = filter.waited ? [await overdueSince('d.resolved_at IS NULL AND d.found_at')] : [];
  const page = await selectPage({
    row: idRow,
    columns: 'd.id',
    from: 'payment_differences d',
    where: [{ sql: `d.resolved_at IS ${isOpen ? '' : 'NOT '}NULL`, values: [] }, ...late],
    order: { by: 'd.id', id: 'd.id', direction: isOpen ? 'ascending' : 'descending' },
    cursor: filter.cursor,
    limit: filter.limit,
  });
  const where = { id: page.items.map(({ id }) => id) };
  return { ...page, items: await PaymentDifference.findAll({ where, order: [['id', isOpen ? 'ASC' : 'DESC']] }) };
}
