import { z } from 'zod';
import { WAITED_LABELS, WAITED_LIMITS } from '../../../contract/chat-statistics/enums.ts';
import { select } from '../../../platform/db/database.ts';
import type { Counted } from './rules.ts';

const count = z.coerce.number();
const counted = {
  /** Its place in WAITED_LABELS; -1: nobody took them. */
  place: count,
  n: count,
  abandoned: count,
  silent: count,
  ticketed: count,
  good: count,
  fair: count,
  bad: count,
};

/** The range in which a talk waited for whoever took it first; a time equal to a limit falls into the lower one. */
const PLACE = `CASE WHEN taken_at IS NULL THEN -1 ${WAITED_LIMITS.map(
  (seconds, place) => `WHEN taken_at - opened_at <= ${seconds * 1_000} THEN ${place}`,
).join(' ')} ELSE ${WAITED_LIMITS.length} END`;
/** All of it stands in one index, by day: a look reads as many entries as talks were begun in its period, and no row. */
const COUNTED = `${PLACE} AS place, COUNT(*) AS n,
  SUM(CASE WHEN taken_at IS NULL AND closed_at IS NOT NULL AND ticket_id IS NULL THEN 1 ELSE 0 END) AS abandoned,
  SUM(CASE WHEN ended_by = 'silent' THEN 1 ELSE 0 END) AS silent,
  SUM(CASE WHEN ticket_id IS NOT NULL THEN 1 ELSE 0 END) AS ticketed,
  SUM(CASE WHEN rating = 'good' THEN 1 ELSE 0 END) AS good,
  SUM(CASE WHEN rating = 'fair' THEN 1 ELSE 0 END) AS fair,
  SUM(CASE WHEN rating = 'bad' THEN 1 ELSE 0 END) AS bad`;

const countedOf = ({ place, n, abandoned, silent, ticketed, good, fair, bad }: Record<keyof typeof counted, number>) =>
  ({
    came: n,
    taken: place < 0 ? 0 : n,
    abandoned,
    waited: WAITED_LABELS.map((_, at) => (at === place ? n : 0)),
    silent,
    ticketed,
    good,
    fair,
    bad,
  }) satisfies Counted;

export interface Period {
  from: string;
  to: string;
}

const dayRow = z.strictObject({ day: z.string(), ...counted });

/** The talks of a period, by the day on which they were begun; a day may come in several pieces, its days in their order. */
export async function countByDay({ from, to }: Period): Promise<Map<string, Counted[]>> {
  const rows = await select(
    dayRow,
    `SELECT opened_on AS day, ${COUNTED} FROM chats WHERE opened_on >= ? AND opened_on <= ?
     GROUP BY opened_on, place ORDER BY opened_on`,
    [from, to],
  );
  return together(rows.map((row) => [row.day, countedOf(row)]));
}

const personRow = z.strictObject({ personId: z.int(), ...counted });

/** The same by who had the talk last; what nobody took is nobody's. */
export async function countByPerson({ from, to }: Period): Promise<Map<number, Counted[]>> {
  const rows = await select(
    personRow,
    `SELECT assignee_id AS personId, ${COUNTED} FROM chats WHERE opened_on >= ? AND opened_on <= ?
     AND assignee_id IS NOT NULL GROUP BY assignee_id, place`,
    [from, to],
  );
  return together(rows.map((row) => [row.personId, countedOf(row)]));
}

function together<Key>(pieces: readonly (readonly [Key, Counted])[]): Map<Key, Counted[]> {
  const groups = Map.groupBy(pieces, ([key]) => key);
  return new Map([...groups].map(([key, own]) => [key, own.map(([, piece]) => piece)]));
}
