import { isPlainDate } from '../dates.ts';
import { HOLIDAYS } from './enums.ts';

export interface NoticeDays {
  year: number;
  holidays: { name: string; from: string; to: string }[];
  workdays: string[];
}

const DATE = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（[^）]*）)?`;

/**
 * Reads the State Council's notice as it is published (“一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）
 * 上班。”). What cannot be read is left out; whoever pastes it compares and completes. Null: no year is named.
 */
export function parseNotice(text: string): NoticeDays | null {
  const year = Number(/(\d{4})年/.exec(text)?.[1] ?? Number.NaN);
  if (Number.isNaN(year)) return null;
  const holidays: NoticeDays['holidays'] = [];
  const workdays: string[] = [];
  for (const line of text.replace(/\s*\n\s*/g, '\n').split(/\n|(?<=[。\s])(?=[一二三四五六七八九十]{1,3}、)/)) {
    const name = nameOf(line);
    if (name === '') continue;
    let month = 0;
    const dateOf = (given: (string | undefined)[]) => {
      const [ofYear, ofMonth, day] = given;
      month = ofMonth === undefined ? month : Number(ofMonth);
      return plain(ofYear === undefined ? year : Number(ofYear), month, Number(day));
    };
    const off = new RegExp(`${DATE}(?:至${DATE})?(?:放假|休息)`).exec(line);
    if (off) {
      const from = dateOf(off.slice(1, 4));
      const to = off[6] === undefined ? from : dateOf(off.slice(4, 7));
      if (from !== null && to !== null) holidays.push({ name, from, to });
    }
    for (const sentence of line.split('。').filter((one) => one.includes('上班'))) {
      for (const found of sentence.matchAll(new RegExp(DATE, 'g'))) {
        const date = dateOf(found.slice(1, 4));
        if (date !== null) workdays.push(date);
      }
    }
  }
  return { year, holidays, workdays };
}

/** 国庆节、中秋节 of one holiday keeps both names. */
const nameOf = (line: string): string =>
  HOLIDAYS.filter((name) => (line.split(/[：:]/)[0] ?? '').includes(name.replace(/节$/, ''))).join('、');

function plain(year: number, month: number, day: number): string | null {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isPlainDate(date) ? date : null;
}
