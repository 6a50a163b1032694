import { z } from 'zod';
import type { StaffActor } from '../../../actor.ts';
import { ROLES } from '../../../contract/accounts/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import type { TicketFigures, TicketPeople, TicketStatistics } from '../../../contract/ticket-statistics/replies.ts';
import type { StatisticsPeriodParsed } from '../../../contract/ticket-statistics/schemas.ts';
import { TICKET_CATEGORIES } from '../../../contract/tickets/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { inList, type Condition } from '../../../platform/db/keyset.ts';
import { countRow } from '../../../platform/db/rows.ts';
import { figuresOf } from './rules.ts';

export interface Asked extends StatisticsPeriodParsed {
  actor: StaffActor;
}

const countedRow = z.strictObject({
  day: z.string(),
  role: oneOf(ROLES),
  category: oneOf(TICKET_CATEGORIES),
  measure: z.string(),
  n: z.coerce.number(),
});
export type CountedRow = z.infer<typeof countedRow>;

/** What came to the actor's queues in a period, and what became of it; administrators see every queue. */
export async function showStatistics(asked: Asked): Promise<TicketStatistics> {
  const { actor } = asked;
  const rows = await readCounts(asked);
  const roles = ofRoles(actor);
  const [open] = await select(
    countRow,
    `SELECT COUNT(*) AS n FROM tickets WHERE is_open = 1${roles.sql}`,
    roles.values,
  );
  const [overdue] = await select(
    countRow,
    `SELECT COUNT(*) AS n FROM tickets WHERE is_open = 1${roles.sql} AND queue_due_at < ?`,
    [...roles.values, clock.now()],
  );
  const [first] = await select(
    z.strictObject({ day: z.string().nullable() }),
    'SELECT MIN(counted_on) AS day FROM ticket_counts',
    [],
  );
  return {
    since: first?.day ?? null,
    open: open?.n ?? 0,
    overdue: overdue?.n ?? 0,
    total: figuresOf(summed(rows)),
    byRole: grouped(rows, 'role').map(([role, figures]) => ({ role, ...figures })),
    byCategory: grouped(rows, 'category').map(([category, figures]) => ({ category, ...figures })),
    byDay: grouped(rows, 'day').map(([day, figures]) => ({ day, ...figures })),
  };
}

const personRow = z.strictObject({
  personId: z.int(),
  name: z.string().nullable(),
  measure: z.string(),
  n: z.coerce.number(),
});

/** The figures of a period by person, most done first; what came to nobody in particular is nobody's. */
export async function showPeople({ from, to, category }: StatisticsPeriodParsed): Promise<TicketPeople> {
  const rows = await select(
    personRow,
    `SELECT c.person_id AS personId, MAX(a.name) AS name, c.measure, SUM(c.n) AS n
     FROM ticket_counts c LEFT JOIN accounts a ON a.id = c.person_id
     WHERE c.counted_on >= ? AND c.counted_on <= ? AND c.person_id > 0${category ? ' AND c.category = ?' : ''}
     GROUP BY c.person_id, c.measure`,
    [from, to, ...(category ? [category] : [])],
  );
  const people = grouped(rows, 'personId').map(([id, figures, own]) => ({
    id,
    name: own[0]?.name ?? '已注销的账号',
    ...figures,
  }));
  return { people: people.sort((a, b) => b.done - a.done || a.id - b.id) };
}

/** Sums over persons: of whom nobody but administrators reads one by one. */
export function readCounts({ actor, from, to, category }: Asked): Promise<CountedRow[]> {
  const roles = ofRoles(actor);
  return select(
    countedRow,
    `SELECT counted_on AS day, role, category, measure, SUM(n) AS n FROM ticket_counts
     WHERE counted_on >= ? AND counted_on <= ?${roles.sql}${category ? ' AND category = ?' : ''}
     GROUP BY counted_on, role, category, measure ORDER BY counted_on, category`,
    [from, to, ...roles.values, ...(category ? [category] : [])],
  );
}

/** The queues that an actor looks at, as a further condition. */
export function ofRoles({ roles }: StaffActor, table = ''): Condition {
  if (roles.includes('administrator')) return { sql: '', values: [] };
  const own = inList(roles);
  return { sql: ` AND ${table}role IN ${own.sql}`, values: own.values };
}

const summed = (rows: readonly { measure: string; n: number }[]): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { measure, n } of rows) sums.set(measure, (sums.get(measure) ?? 0) + n);
  return sums;
};

/** Rows by one of their columns, in their order, with the figures that they come to. */
export function grouped<Row extends { measure: string; n: number }, Key extends keyof Row>(
  rows: readonly Row[],
  by: Key,
): [Row[Key], TicketFigures, Row[]][] {
  return [...Map.groupBy(rows, (row) => row[by])].map(([key, own]) => [key, figuresOf(summed(own)), own]);
}
