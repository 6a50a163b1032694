import { z } from 'zod';
import { isMapPoint } from './activities/map-point.ts';
import { MAX_PAGE } from './endpoint.ts';
import { MAX_EMAIL, MAX_LATIN_NAME } from './limits.ts';
import { isPlainDate } from './dates.ts';
import { hiddenCharacter, hiddenMessage, type Lines } from './hidden-characters.ts';
import { startsLikeFormula, toLatinName, strangeInName, toPlainName, unusableInName } from './names.ts';
import { isPhone, writtenPhone } from './phones.ts';
import { toPlainCharacters } from './plain-characters.ts';
import { isMobile, isUnifiedSocialCreditCode, toHalfWidth, toPlainNumber } from './text.ts';
import { toYuan } from './text.ts';

/** Reusable fields. Every message says, in Chinese, how to mend the fault; numbers accept full-width digits. */

/** Every text of every form passes here: what nobody sees is refused (hidden-characters.ts), naming field and place. */
const seen = (label: string, lines: Lines) => (text: string, context: z.core.$RefinementCtx) => {
  const found = hiddenCharacter(text, lines);
  if (found) context.addIssue({ code: 'custom', message: hiddenMessage(label, found) });
};

const length = (value: string) => [...value].length;

/**
 * One line of text, trimmed, in the characters that it shows (`toPlainCharacters`), at most `max` of them (counted as
 * people count them, 𠮷 is one).
 */
export const line = (label: string, max: number) =>
  z
    .string({ error: `请填写${label}` })
    // Before the ends are trimmed, which would take a byte order mark away and not say so.
    .superRefine(seen(label, 'lines'))
    .trim()
    .overwrite(toPlainCharacters)
    .refine((v) => length(v) <= max, { error: `${label}最多${max}个字` })
    .superRefine(seen(label, 'one-line'));

/** As `line`, and something must stand there. */
export const requiredLine = (label: string, max: number) =>
  line(label, max).refine((v) => v !== '', { error: `请填写${label}` });

/**
 * Pictures that keyboards offer, and those beyond the first plane that are none of them (tiles, cards, notes); digits and
 * signs, which some of them are made of, stay.
 */
const PICTURE =
  /\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u20E3|(?=[\u{10000}-\u{10FFFF}])\p{S}/gu;

/** Said to whoever has typed them: `用途中的😀`. */
export const describeUnprintable = (found: readonly string[]): string =>
  `以下文字无法打印：${found.join('、')}，请删去`;

/** Of a text that letters print (`line`, `paragraph`): pictures, for which their fonts have no shape, are refused. */
export const printed = <Line extends z.ZodType<string>>(label: string, text: Line) =>
  text.superRefine((words, context) => {
    const found = [...new Set(words.match(PICTURE) ?? [])];
    if (found.length === 0) return;
    context.addIssue({ code: 'custom', message: describeUnprintable([`${label}中的${found.join('')}`]) });
  });

/**
 * The name of a person or a firm, as it is kept (`toPlainName`); what cannot be printed is refused and named, and so is
 * what is no name. Empty where there may be none.
 */
export const optionalName = (label: string, max: number) =>
  line(label, max)
    .transform(toPlainName)
    .superRefine((name, context) => {
      const say = (message: string) => context.addIssue({ code: 'custom', message });
      const unusable = unusableInName(name);
      if (unusable !== null) say(`${label}含有自造字或部首字符 ${unusable}，证明无法打印，请改用通用字`);
      const strange = strangeInName(name);
      if (strange !== null) say(`${label}含有${label}中没有的字符 ${strange}，请删去或改用普通的字`);
      if (startsLikeFormula(name)) say(`${label}不能以“${name.slice(0, 1)}”开头，请删去后重新填写`);
      // What is left of a formula or a number that slipped into the column.
      else if (name !== '' && !/\p{L}/u.test(name)) say(`${label}应含有汉字或字母`);
    });

/** The same where a name must stand. */
export const properName = (label: string, max: number) =>
  optionalName(label, max).refine((v) => v !== '', { error: `请填写${label}` });

/** Several lines of text. */
export const paragraph = (label: string, max: number) =>
  z
    .string({ error: `请填写${label}` })
    .superRefine(seen(label, 'lines'))
    .transform((v) => toPlainCharacters(v.replace(/\r\n?/g, '\n').trim()))
    .refine((v) => length(v) <= max, { error: `${label}最多${max}个字` });

/** Latitude and longitude as maps of this country give them (GCJ-02): 23.021548,113.121416; '' for none. */
export const mapPoint = line('地图坐标', 40)
  .transform((text) => text.replace(/[，,\s]+/g, ',').replace(/^,|,$/g, ''))
  .refine((text) => text === '' || isMapPoint(text), {
    error: '地图坐标请按“纬度,经度”填写，例如23.021548,113.121416',
  });

/** yyyy-MM-dd that exists; full-width digits are normalised. */
export const plainDate = (label: string) =>
  z
    .string({ error: `请选择${label}` })
    .transform((v) => toHalfWidth(v).trim())
    .refine(isPlainDate, { error: `${label}应为真实存在的日期，例如 2026-01-31` });

/** No lawyer who is registered began, and no firm was approved, before: an earlier year is a slip. */
const FIRST_DAY = '1950-01-01';

/** A day of the registry; whether it has come already is judged where the clock is known. */
export const registryDay = (label: string) =>
  plainDate(label).refine((v) => v >= FIRST_DAY, { error: `${label}不能早于${FIRST_DAY}，请核对年份` });

/**
 * As mail servers take it (RFC 5321): a name of plain Latin signs, with dots between its parts alone, and a domain whose last
 * part has two letters at least. Names in other scripts (RFC 6531) no mailbox of our members has: 张三@ is a slip.
 */
const EMAIL =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/i;

export const email = (label = '邮箱') =>
  z
    .string({ error: `请填写${label}` })
    .transform((v) => toHalfWidth(v).trim())
    .refine((v) => v.length <= MAX_EMAIL && EMAIL.test(v), {
      error: `${label}格式不正确，例如 name@example.com`,
    });

/** A telephone number (isPhone), kept as it is written: it is printed and read, with the hyphens that people expect. */
export const phone = (label = '电话') =>
  z
    .string({ error: `请填写${label}` })
    .transform(writtenPhone)
    .refine(isPhone, { error: `${label}格式不正确，请填写手机号或带区号的座机号，分机写作 0756-1234567-801` });

/** A mobile number of the mainland, kept in its eleven digits however they are grouped: codes are sent to it. */
export const mobile = (label = '手机号') =>
  z
    .string({ error: `请填写${label}` })
    .transform(writtenPhone)
    .refine(isMobile, { error: `请填写11位${label}` });

/** The form of RFC 3339; that the day exists is looked at besides, as 30 February is read as 2 March. */
const INSTANT = /^(?:19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** An instant with its zone, in epoch ms. What is typed and is no date comes as it was typed. */
export const instant = (label: string) =>
  z
    .string({ error: `请选择${label}` })
    .refine((v) => v !== '', { error: `请选择${label}`, abort: true })
    .refine((v) => INSTANT.test(v) && isPlainDate(v.slice(0, 10)) && !Number.isNaN(Date.parse(v)), {
      error: `${label}应为真实存在的日期和时间，例如 2026-01-31 09:00`,
    })
    .transform((v) => Date.parse(v));

/** Whole number between both bounds; digits may come as text and full-width. */
export const wholeNumber = (label: string, min: number, max: number) =>
  z
    .union([z.number(), z.string()], { error: `请填写${label}` })
    .transform((v) =>
      typeof v === 'number' ? v : /^\d+$/.test(toHalfWidth(v).trim()) ? Number(toHalfWidth(v).trim()) : Number.NaN,
    )
    .refine((v) => Number.isInteger(v) && v >= min && v <= max, { error: `${label}应为${min}至${max}之间的整数` });

/** Kept in tenths; its bounds are said in the whole ones that are typed. What is typed and is no number comes as text. */
export const tenths = (label: string, max: number) => {
  const error = `${label}应为0至${max / 10}之间的数字，最多一位小数，例如 1.5`;
  return z.number({ error }).refine((v) => Number.isInteger(v) && v >= 0 && v <= max, { error });
};

/** An amount in fen; its bounds are said in yuan, as it is typed. What is typed and is no amount comes as text. */
export const fen = (label: string, min: number, max: number) => {
  const bounds = `${label}应为${toYuan(min)}至${toYuan(max)}元，精确到分，例如 12.50`;
  const isMissing = (input: unknown) => input === undefined || input === null || input === '';
  return z
    .number({ error: ({ input }) => (isMissing(input) ? `请填写${label}` : bounds) })
    .refine((v) => Number.isInteger(v) && v >= min && v <= max, { error: bounds });
};

/** Database id in a body. */
export const id = (label: string) =>
  z
    .number({ error: `请选择${label}` })
    .int()
    .positive()
    .max(Number.MAX_SAFE_INTEGER);

/** The version of a record that the sender saw: a save over somebody else's newer one is refused. */
export const seenVersion = z.int({ error: '缺少版本号，请刷新页面后重试' }).nonnegative();
/** The same where there is no body to say it in. */
export const seenVersionInQuery = z.coerce.number({ error: '缺少版本号，请刷新页面后重试' }).pipe(seenVersion);

/** Licence number as printed; structure doubts are warnings elsewhere (members.md, Registry). */
export const licenceNo = (label: string) =>
  z
    .string({ error: `请填写${label}` })
    .transform(toPlainNumber)
    .refine((v) => /^[0-9A-Z]{8,20}$/.test(v), { error: `${label}应为8至20位数字或字母` });

export const unifiedSocialCreditCode = z
  .string({ error: '请填写统一社会信用代码' })
  .transform(toPlainNumber)
  .refine(isUnifiedSocialCreditCode, { error: '统一社会信用代码校验位不正确，请核对18位代码' });

/** Keys of a contract table as a zod enum. */
export const keyOf = <T extends Record<string, string>>(table: T, label: string) =>
  z.enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]], { error: `请选择${label}` });

/** Query parameters of every list. */
export const pageQuery = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).optional(),
};
/** `order` of a list that may be sorted by these columns: the smallest first, with a `-` before it the largest. */
export const orderBy = <const Column extends string>(...columns: Column[]) =>
  z
    .enum(
      columns.flatMap((column): (Column | `-${Column}`)[] => [column, `-${column}`]),
      { error: '不能按此列排序' },
    )
    .optional();
/** The query of a list without filters. */
export const listPages = z.strictObject(pageQuery);
export type ListPages = z.input<typeof listPages>;

/** A name in Latin letters as a passport has it: letters with their accents, blanks, hyphen, apostrophe, comma, point. */
export const latinName = (label: string) =>
  line(label, MAX_LATIN_NAME)
    .transform(toLatinName)
    .refine((v) => v === '' || /^\p{Script=Latin}[\p{Script=Latin}\p{M} '.,-]*$/u.test(v), {
      error: `${label}只能使用拉丁字母、空格、连字符和撇号，例如 LIN Zhiyuan`,
    });
