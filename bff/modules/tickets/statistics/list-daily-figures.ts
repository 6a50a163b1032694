import type { TicketFigures } from '../../../contract/ticket-statistics/replies.ts';
import type { ListPage } from '../../../platform/db/keyset.ts';
import { grouped, readCounts, type Asked, type CountedRow } from './show-statistics.ts';

/** A day of a category, as a sheet lists it. */
export type DailyFigures = { day: string; category: CountedRow['category'] } & TicketFigures;

/** The figures of every day and category of a period, in that order; a year of all categories is one page. */
export async function listDailyFigures(asked: Asked): Promise<ListPage<DailyFigures>> {
  const items = grouped(await readCounts(asked), 'day').flatMap(([day, , rows]) =>
    grouped(rows, 'category').map(([category, figures]) => ({ day, category, ...figures })),
  );
  return { items, next: null, total: items.length, totalIsCapped: false };
}
