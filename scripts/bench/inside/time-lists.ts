import type { ListPage } from '../../../bff/platform/db/keyset.ts';

/** Median milliseconds of a page, by list and page. */
export type PageTimes = Record<string, number>;
export type List = (cursor: string | undefined) => Promise<ListPage<object>>;

const RUNS = 40;
const DEEP = 31;

/** Asks every list for a page at the top and one far down. */
export async function timeLists(lists: Record<string, List>): Promise<PageTimes> {
  const times: PageTimes = {};
  for (const [name, list] of Object.entries(lists)) {
    times[`${name}第1页`] = await medianMs(() => list(undefined));
    const deep = await cursorOf(list, DEEP);
    times[`${name}第${DEEP}页`] = await medianMs(() => list(deep));
  }
  return times;
}

/** Where page `page` begins; the last full one when there are fewer, since a short one costs less whatever the list. */
async function cursorOf(list: List, page: number): Promise<string | undefined> {
  let cursor: string | undefined;
  let before: string | undefined;
  for (let turned = 1; turned <= page; turned++) {
    const { next } = await list(cursor);
    if (!next) return before;
    if (turned === page) return cursor;
    [before, cursor] = [cursor, next];
  }
  return cursor;
}

async function medianMs(ask: () => Promise<unknown>): Promise<number> {
  const samples: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    await ask();
    samples.push(performance.now() - started);
  }
  return samples.toSorted((a, b) => a - b)[RUNS / 2] ?? 0;
}
