import { z } from 'zod';
import { email, line, mobile, optionalName, paragraph, phone } from '../../contract/fields.ts';
import { choicesOf, offered, PRESENT } from '../../contract/form-reading/words.ts';
import type { Field, Value } from '../../contract/forms/language.ts';
import { PATTERNS, type Pattern, type PatternName } from '../../contract/forms/patterns.ts';
import { isRegion, regionsIn } from '../../contract/regions/regions.ts';
import { readDecimal, readPlainDate, readYuan, toHalfWidth, toYuan } from '../../contract/text.ts';

/** One line of text where a field does not say how long it may be. */
const MAX_LINE = 100;
const MAX_LINES = 500;

/** What stands for a hyphen where people or programs set one. */
const DASHES = /[\u2010-\u2015\u2212]/g;

const typed = (label: string) => z.string({ error: `请填写${label}` }).transform((v) => toHalfWidth(v).trim());
const matching = (label: string, name: PatternName) => {
  const { source, words, drops }: Pattern = PATTERNS[name];
  const pattern = new RegExp(source);
  const plain = (text: string) => text.replace(/\s/g, '').replace(DASHES, '-').toUpperCase();
  return typed(label)
    .transform((v) => (drops === undefined ? plain(v) : plain(v).replace(new RegExp(drops, 'g'), '')))
    .refine((v) => pattern.test(v), { error: `${label}${words}` });
};

/** 2016-09, 2016/9, 201609, 2016年9月 → 2016-09; null for anything else. */
function readMonth(text: string): string | null {
  const plain = text.replace(/\s/g, '').replace(DASHES, '-');
  const [, year, month = ''] = /^(\d{4})(\d{2})$/.exec(plain) ?? /^(\d{4})[-/.年](\d{1,2})月?$/.exec(plain) ?? [];
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  return year === undefined || !isMonth ? null : `${year}-${month.padStart(2, '0')}`;
}

const read = (label: string, reader: (text: string) => string | null, fault: string) =>
  typed(label).transform((text, context) => {
    const found = reader(text);
    if (found !== null) return found;
    context.addIssue({ code: 'custom', message: `${label}${fault}` });
    return z.NEVER;
  });

function dateOf({ label, mayBePresent, example = '2016-09-01' }: Field): z.ZodType<Value> {
  const reader = (text: string) => (mayBePresent && text === PRESENT ? text : readPlainDate(text));
  return read(label, reader, `应为真实存在的日期，例如 ${example}`);
}

/** What is typed counts in units, what is stored in parts (`toParts`); a number comes from where it was stored. */
function parts(field: Field, toParts: (text: string) => number, bounds: string): z.ZodType<Value> {
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = field;
  return z
    .union([z.number(), z.string()], { error: bounds })
    .transform((v) => (typeof v === 'number' ? v : toParts(v)))
    .refine((v) => Number.isInteger(v) && v >= min && v <= max, { error: bounds });
}

function wholeOf(field: Field): z.ZodType<Value> {
  const { label, min = 0, max = Number.MAX_SAFE_INTEGER, scale = 1 } = field;
  const kind = scale === 1 ? '整数' : '数字，最多一位小数';
  // Decimals are kept as whole parts: 2.5 hours are 25 tenths.
  const toParts = (text: string) => Math.round(readDecimal(text, String(scale).length - 1) * scale);
  return parts(field, toParts, `${label}应为${min / scale}至${max / scale}之间的${kind}`);
}

function fenOf(field: Field): z.ZodType<Value> {
  const { label, min = 0, max = Number.MAX_SAFE_INTEGER } = field;
  return parts(field, readYuan, `${label}应为${toYuan(min)}至${toYuan(max)}元，精确到分，例如 12.50`);
}

function codesOf(field: Field): z.ZodType<Value> {
  const { label, maxChosen = 99 } = field;
  const known = new Set(choicesOf(field).map(({ code }) => code));
  return z
    .array(z.string(), { error: `请选择${label}` })
    .transform((codes) => [...new Set(codes)])
    .refine((codes) => codes.every((code) => known.has(code)), { error: `${label}中有不能选择的项，请重新选择` })
    .refine((codes) => codes.length <= maxChosen, { error: `${label}最多选${maxChosen}项，请先取消一项` });
}

const codeOf = (field: Field): z.ZodType<Value> => {
  const { label } = field;
  const known = new Set(choicesOf(field).map(({ code }) => code));
  return z.string({ error: `请选择${label}` }).refine((v) => known.has(v), { error: `请重新选择${label}` });
};

function regionOf({ label }: Field): z.ZodType<Value> {
  const countries = new Set(offered('country').map(({ code }) => code));
  return z
    .string({ error: `请选择${label}` })
    .refine((v) => isRegion(v) || countries.has(v), { error: `请重新选择${label}` })
    .refine((v) => countries.has(v) || regionsIn(v).length === 0, { error: `${label}请选择到区县` });
}

/** http or https, with a name: an address of digits is where nobody's site is, and credentials are no address. */
function isPublicUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  const isNumber = /^[\d.]+$|^\[/.test(hostname);
  return /^https?:$/.test(protocol) && !username && !password && !isNumber && hostname.includes('.');
}

function urlOf({ label, max = MAX_LINE }: Field): z.ZodType<Value> {
  return typed(label)
    .refine(isPublicUrl, { error: `${label}应以 http:// 或 https:// 开头，且不含账号密码` })
    .refine((v) => v.length <= max, { error: `${label}最多${max}个字` });
}

function filesOf({ label, max = 5 }: Field): z.ZodType<Value> {
  return z
    .array(z.string().regex(/^[A-Za-z0-9_-]{16,40}$/), { error: `${label}无效，请移除后重新上传` })
    .refine((tokens) => tokens.length <= max, { error: `${label}最多${max}份` });
}

function textOf({ label, max = MAX_LINE, pattern }: Field): z.ZodType<Value> {
  if (pattern === undefined) return line(label, max);
  if (pattern === 'name') return optionalName(label, max);
  const { source, words } = PATTERNS[pattern as PatternName];
  return typed(label).refine((v) => new RegExp(source).test(v), { error: `${label}${words}` });
}

/** Reads what stands in a field into what is stored, or says what is wrong with it. Made once for a field. */
export function valueSchema(field: Field): z.ZodType<Value> {
  const { kind, label, max } = field;
  switch (kind) {
    case 'text':
      return textOf(field);
    case 'lines':
      return paragraph(label, max ?? MAX_LINES);
    case 'date':
      return dateOf(field);
    case 'month':
      return read(label, readMonth, `应为年月，例如 ${field.example ?? '2016-09'}`);
    case 'year':
      return read(label, (text) => /^((?:19|20)\d{2})\s*年?$/.exec(text)?.[1] ?? null, '应为四位年份，例如 1985');
    case 'whole':
      return wholeOf(field);
    case 'fen':
      return fenOf(field);
    case 'flag':
      return z.boolean({ error: `请选择${label}` });
    case 'code':
      return codeOf(field);
    case 'codes':
      return codesOf(field);
    case 'region':
      return regionOf(field);
    case 'phone':
      return phone(label);
    case 'mobile':
      return mobile(label);
    case 'email':
      return email(label);
    case 'url':
      return urlOf(field);
    case 'digits':
    case 'mask':
      return matching(label, field.pattern as PatternName);
    case 'files':
    case 'photo':
      return filesOf(field);
    case 'derived':
      return z.never();
  }
}
