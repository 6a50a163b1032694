import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { day } from '../../contract/reply-parts.ts';
import type { StateDay } from './state-days.ts';

const days = z.record(day, z.string());
const list = z.object({ holidays: days, workdays: days });
const PACKAGE = 'chinese-days/dist/chinese-days.json';

/**
 * The years that `chinese-days` knows, with their holidays and working weekends. Its own functions answer for any other
 * year as well, and wrongly: that no day of it is a holiday. So its list is read, and a year without both ends of its
 * notice, 春节 and 国庆节, is not among the years known.
 */
export async function readShippedYears(): Promise<ReadonlyMap<number, StateDay[]>> {
  const file = createRequire(import.meta.url).resolve(PACKAGE);
  const { holidays, workdays } = list.parse(JSON.parse(await readFile(file, 'utf8')));
  const years = new Map<number, StateDay[]>();
  for (const [date, names] of Object.entries(holidays)) {
    const year = Number(date.slice(0, 4));
    years.set(year, [...(years.get(year) ?? []), { date, kind: 'off', reason: nameOf(names) }]);
  }
  for (const [date, names] of Object.entries(workdays)) {
    years.get(Number(date.slice(0, 4)))?.push({ date, kind: 'on', reason: `${nameOf(names)}调休` });
  }
  return new Map(
    [...years].filter(([, listed]) => WHOLE.every((name) => listed.some(({ reason }) => reason === name))),
  );
}
const WHOLE = ['春节', '国庆节'];

/** The package writes “National Day,国庆节,3”, and short names for three of the seven. */
const nameOf = (names: string): string => {
  const name = names.split(',')[1] ?? '';
  return /节|元旦/.test(name) ? name : `${name}节`;
};
