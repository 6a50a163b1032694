import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Reads figures out of the source, for a test that holds them against what the documents say. */

const root = dirname(dirname(import.meta.dirname));
export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const MINUTE = 60_000;
/** Constants of bff/contract/dates.ts, which the server's files import. */
const KNOWN: Readonly<Record<string, number>> = { MINUTE_MS: MINUTE, HOUR_MS: 60 * MINUTE, DAY_MS: 1_440 * MINUTE };

/** The value of `3.5 * HOUR_MS` and the like; names are constants of the same file. */
function valueOf(source: string, expression: string): number {
  return expression
    .split(/ ?([*/]) ?/)
    .map((part) => (/^[*/]$/.test(part) ? part : operandOf(source, part)))
    .reduce<number>((value, part, at, parts) => {
      if (typeof part === 'string') return value;
      return parts[at - 1] === '/' ? value / part : value * part;
    }, 1);
}

function operandOf(source: string, part: string): number {
  if (/^[\d._]+$/.test(part)) return Number(part.replaceAll('_', ''));
  const own = new RegExp(`const ${part} = ([^;]+);`).exec(source)?.[1];
  const value = own === undefined ? KNOWN[part] : valueOf(source, own);
  if (value === undefined) throw new Error(`${part} is no figure`);
  return value;
}

/** The value of a constant that a file does not export. Throws where there is none. */
export const constantIn = (file: string, name: string): number => operandOf(read(file), name);

/** Events that are counted: so many in so many ms. */
export interface Rate {
  limit: number;
  windowMs: number;
}

/** Every limit of the server by its name, as `{ name: 'preview', limit: 60, windowMs: … }` declares it. */
export function ratesOfServer(): Map<string, Rate> {
  const files = globSync('bff/{modules,http,platform}/**/*.ts', { cwd: root }).filter(
    (file) => !/\.test\.ts$/.test(file),
  );
  return new Map(files.flatMap((file) => ratesIn(read(file))));
}

/** Those of one source. */
export const ratesIn = (source: string): [string, Rate][] =>
  [...source.matchAll(/\{ name: '([\w-]+)', limit: ([\w.]+), windowMs: ([^}]+?) \}/g)].map(
    ([, name = '', limit = '', windowMs = '']) => [
      name,
      { limit: operandOf(source, limit), windowMs: valueOf(source, windowMs) },
    ],
  );

const WINDOWS: readonly [RegExp, number][] = [
  [/每分钟/, MINUTE],
  [/10分钟/, 10 * MINUTE],
  [/15分钟/, 15 * MINUTE],
  [/每小时/, 60 * MINUTE],
  [/每天/, 1_440 * MINUTE],
];

/** What `每10分钟开始授权120次` says; 万 counts. Throws for words that name no window or no figure. */
export function rateSaid(words: string): Rate {
  const [window, windowMs] = WINDOWS.find(([pattern]) => pattern.test(words)) ?? [];
  const [, figure, many] = /(\d+)(万)?/.exec(window ? words.slice(words.search(window)).replace(window, '') : '') ?? [];
  if (windowMs === undefined || figure === undefined) throw new Error(`no rate: ${words}`);
  return { limit: Number(figure) * (many ? 10_000 : 1), windowMs };
}
