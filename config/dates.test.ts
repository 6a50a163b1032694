import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** All arithmetic of dates and hours stands in bff/contract/dates.ts: a second copy is the one that errs by a day. */
const ROOT = path.dirname(import.meta.dirname);

const COPIES: [what: string, pattern: RegExp][] = [
  [
    'an hour or a day in ms',
    /\b(3_?600_?000|86_?400_?000|28_?800_?000)\b|\b60 \* 60_?000\b|\b60 \* 60 \* 1_?000\b|\b36e5\b|\b480 \* 60/,
  ],
  ['an instant written as text', /\.to(ISO|UTC|LocaleDate|LocaleTime)String\(|\bnew Date\([^\n]*\)\.to\w*String\(/],
  [
    'a time zone',
    /Asia\/Shanghai['"`]|\btimeZone\b|DateTimeFormat|getTimezoneOffset|\+08\b|\+ ?8 hours|INTERVAL 8 HOUR|[+-] ?28_?800\b/,
  ],
  ['the parts of a date', /\.[gs]et(UTC)?(FullYear|Month|Date|Day|Hours|Minutes)\(|Date\.UTC\(/],
];

const PLACE = 'bff/contract/dates.ts';
/** What else may match, and why. */
const ALLOWED: Record<string, string> = {
  'bff/platform/signer/pdf-signature.ts': "PDF has its own way to write the zone: +08'00'",
  'bff/modules/activities/calendar/compose-calendar.ts': 'iCalendar names the zone and carries its rules',
};

/** Every line that does what dates.ts is there for. */
function copiesIn(name: string, source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
  return COPIES.filter(([, pattern]) => pattern.test(code)).map(([what]) => `${name}: ${what}`);
}

const sources = globSync('{bff,scripts,miniapp,admin}/**/*.{ts,tsx,mjs}', { cwd: ROOT }).filter(
  (name) => !/\.test\.(tsx?|mjs)$|(^|\/)(test|e2e)\//.test(name),
);
const read = (name: string) => readFileSync(path.join(ROOT, name), 'utf8');

test('dates are computed and written in one place', () => {
  expect(sources.length).toBeGreaterThan(500);
  const found = sources
    .filter((name) => name !== PLACE && !(name in ALLOWED))
    .flatMap((name) => copiesIn(name, read(name)));
  expect(found).toEqual([]);
});

test('nothing is allowed that is not needed', () => {
  const idle = Object.keys(ALLOWED).filter((name) => copiesIn(name, read(name)).length === 0);
  expect(idle).toEqual([]);
});

test.each([
  ['const DAY_MS = 86_400_000;', 'an hour or a day in ms'],
  ['const windowMs = 24 * 60 * 60_000;', 'an hour or a day in ms'],
  ['`SELECT FLOOR((submitted_at + 28800000) / 86400000)`', 'an hour or a day in ms'],
  ["\"SELECT DATE(submitted_at / 1000, 'unixepoch', '+8 hours')\"", 'a time zone'],
  ['`SELECT FLOOR((at / 1000 + 28800) / 86400)`', 'a time zone'],
  ['date.toLocaleDateString()', 'an instant written as text'],
  ['new Date(at).toISOString()', 'an instant written as text'],
  ["new Date(at).toLocaleString('sv-SE')", 'an instant written as text'],
  ["{ timeZone: 'Asia/Shanghai' }", 'a time zone'],
  ['`${text}+08:00`', 'a time zone'],
  ['new Date().getFullYear()', 'the parts of a date'],
  ['new Date(Date.UTC(year, month, 0))', 'the parts of a date'],
])('%s: %s', (line, what) => {
  expect(copiesIn('a.ts', `/** It is 86_400_000. */\n${line}`)).toEqual([`a.ts: ${what}`]);
});
