import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Words that stand once and are taken from there: whoever looks for them finds every use. */
const ROOT = dirname(import.meta.dirname);
const PLACES: Record<string, { place: string; name: string }> = {
  系统: { place: 'bff/actor.ts', name: 'SYSTEM' },
};
/** What is called the same and is something else. */
const OTHERS = ['admin/shell/resource.tsx'];

const writtenIn = (source: string, word: string) => new RegExp(`['"\`>]${word}['"\`<]`).test(source);

test.each(Object.entries(PLACES))('%s stands in one place', (word, { place, name }) => {
  expect(readFileSync(join(ROOT, place), 'utf8')).toContain(`export const ${name} = '${word}'`);
  const files = globSync('{bff,miniapp,admin,scripts}/**/*.{ts,tsx,mjs}', { cwd: ROOT }).filter(
    (file) => !/\.test\.(tsx?|mjs)$/.test(file) && !OTHERS.includes(file),
  );
  expect(files.length).toBeGreaterThan(800);
  expect(files.filter((file) => writtenIn(readFileSync(join(ROOT, file), 'utf8'), word))).toEqual([place]);
});

/** Names under which the subjects of the contract export their endpoints, more than once. */
const twice = (sources: string[]): string[] => {
  const names = sources.flatMap((source) =>
    [...source.matchAll(/export const (\w+Endpoints) = /g)].map(([, name = '']) => name),
  );
  return names.filter((name, at) => names.indexOf(name) !== at);
};

test('no two subjects of the contract call their endpoints alike', () => {
  const files = globSync('bff/contract/**/endpoints.ts', { cwd: ROOT });
  expect(files.length).toBeGreaterThan(40);
  expect(twice(files.map((file) => readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
  expect(twice(['export const thingEndpoints = {};', 'export const thingEndpoints = {};'])).toEqual(['thingEndpoints']);
});

/** `standing` is what a certificate is today (GLOSSARY, status); these rooms have words of their own for what they hold. */
const OTHER_ROOMS =
  'bff/{reactions.ts,modules/{accounts,activities,campaigns,chat,payments,profiles,registry,tickets}/**}';
const namesStanding = (source: string): string[] =>
  source
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|`[^`]*`/g, '')
    .match(/\b\w*[sS](?:TANDING|tanding)s?(?:[A-Z]\w*)?\b/g) ?? [];

test('nothing but a certificate has a standing', () => {
  const files = globSync(`${OTHER_ROOMS}/*.ts`, { cwd: ROOT });
  expect(files.length).toBeGreaterThan(400);
  expect(files.flatMap((file) => namesStanding(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
  // Control: names are seen, whatever their case; what is quoted or told of is none.
  expect(namesStanding("const standing = readStanding(STANDING); // standing\ntable('profile_standings')")).toEqual([
    'standing',
    'readStanding',
    'STANDING',
  ]);
});

test.each([
  ["byName: '系统'", true],
  ["UPDATE x SET by_name = '系统'", true],
  ['<span>系统</span>', true],
  ["'系统审核'", false],
])('control: %s', (source, isWritten) => {
  expect(writtenIn(source, '系统')).toBe(isWritten);
});
