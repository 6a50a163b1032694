import { z } from 'zod';
import type { ChatFigures, ChatPeople, ChatStatistics } from '../../../contract/chat-statistics/replies.ts';
import { select } from '../../../platform/db/database.ts';
import { inList, type ListPage } from '../../../platform/db/keyset.ts';
import { countByDay, countByPerson, type Period } from './count-talks.ts';
import { figuresOf } from './rules.ts';

const nowRow = z.strictObject({ state: z.string(), n: z.coerce.number() });

/** The talks that were begun in a period, how long they waited, and what came of them. */
export async function showStatistics(period: Period): Promise<ChatStatistics> {
  const days = await countByDay(period);
  const now = await select(
    nowRow,
    "SELECT state, COUNT(*) AS n FROM chats WHERE state IN ('waiting', 'talking') GROUP BY state",
    [],
  );
  const countOf = (state: string) => now.find((row) => row.state === state)?.n ?? 0;
  return {
    waiting: countOf('waiting'),
    talking: countOf('talking'),
    total: figuresOf([...days.values()].flat()),
    byDay: [...days].map(([day, counted]) => ({ day, ...figuresOf(counted) })),
  };
}

const nameRow = z.strictObject({ id: z.int(), name: z.string() });

/** The same by person, most talks first. */
export async function showPeople(period: Period): Promise<ChatPeople> {
  const counted = await countByPerson(period);
  if (counted.size === 0) return { people: [] };
  const ids = inList([...counted.keys()]);
  const accounts = await select(nameRow, `SELECT id, name FROM accounts WHERE id IN ${ids.sql}`, ids.values);
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const people = [...counted].map(([id, own]) => ({
    id,
    name: names.get(id) ?? '已注销的账号',
    ...figuresOf(own),
  }));
  return { people: people.sort((a, b) => b.taken - a.taken || a.id - b.id) };
}

/** A day, as a sheet lists it. */
export type DailyChatFigures = { day: string } & ChatFigures;

/** The figures of every day of a period; a year is one page. */
export async function listDailyFigures(period: Period): Promise<ListPage<DailyChatFigures>> {
  const { byDay } = await showStatistics(period);
  return { items: byDay, next: null, total: byDay.length, totalIsCapped: false };
}
