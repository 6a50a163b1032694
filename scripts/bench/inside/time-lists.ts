import type { ListPage } from '../../../bff/platform/db/keyset.ts';

export type List = (cursor: string | undefined) => Promise<ListPage<object>>;

/** How many full pages each list has, at most DEEP. */
export type FullPages = Record<string, number>;
/** A page of a list, from 1, asked for so many times one after the other. */
export interface Turning {
  list: string;
  page: number;
  times: number;
}

const DEEP = 31;

/**
 * Says how many full pages there are, and then turns those that it is asked for until nobody asks any more: two processes
 * on two databases are asked in turn.
 */
export async function turnPages(lists: Record<string, List>): Promise<void> {
  const cursors = new Map<string, (string | undefined)[]>();
  for (const [name, list] of Object.entries(lists)) cursors.set(name, await cursorsOf(list));
  const turn = async ({ list, page, times }: Turning) => {
    for (let run = 0; run < times; run++) await lists[list]?.(cursors.get(list)?.[page - 1]);
    process.send?.(times);
  };
  const ended = new Promise<void>((resolve) => process.once('disconnect', resolve));
  process.on('message', (asked: Turning) => void turn(asked));
  process.send?.(Object.fromEntries([...cursors].map(([name, { length }]) => [name, length])) satisfies FullPages);
  await ended;
}

/** Where the first pages begin that are full: a short one costs less, whatever the list. The first one always counts. */
async function cursorsOf(list: List): Promise<(string | undefined)[]> {
  const cursors: (string | undefined)[] = [undefined];
  for (let { next } = await list(undefined); next !== null && cursors.length < DEEP;) {
    const page = await list(next);
    if (page.next === null) break;
    cursors.push(next);
    next = page.next;
  }
  return cursors;
}
