import { readdirSync, readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { expect, it } from '@jest/globals';
import { syntaxFault } from './syntax.ts';

/** iOS 12 and Chrome 51 read ECMAScript 2017 without async functions; 2016 is what both are sure to know. */
const EDITION = 2016;
/**
 * Loaded by the viewer of PDF pages only, members' pages on newer telephones; and by what looks into a stranger's file
 * (pkijs): a browser that cannot read it compares the digest alone.
 */
const isOnlyForNewer = (code: string) => code.includes('pdfjs') || code.includes('SignedDataVerifyError');

const scripts = readdirSync('dist/h5/js')
  .filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, code: readFileSync(`dist/h5/js/${file}`, 'utf8') }));
const faultOf = (code: string) => syntaxFault(code, EDITION);

it('every script but the reading of PDF pages and signatures is one that old telephones can read', () => {
  expect(scripts.length).toBeGreaterThan(5);
  const faults = scripts
    .filter(({ code }) => !isOnlyForNewer(code))
    .map(({ file, code }) => [file, faultOf(code)])
    .filter(([, fault]) => fault !== null);
  expect(faults).toEqual([]);
});

it('control: newer syntax is noticed', () => {
  for (const code of ['a ??= 1', 'a?.b', 'async () => 1', '({ ...a })']) expect(faultOf(code)).not.toBeNull();
});

it('what old telephones lack is added before anything else, and nothing that they have is replaced', () => {
  const html = readFileSync('dist/h5/index.html', 'utf8');
  expect(/<script[^>]*src="([^"]+)"/.exec(html)?.[1]).toBe('/static/old-browsers.js');
  const code = readFileSync('dist/h5/static/old-browsers.js', 'utf8');
  expect(faultOf(code)).toBeNull();
  const run = (prepare: string, ask: string): unknown => {
    const page = createContext({});
    new Script('globalThis.self = this; class Element {}; self.Element = Element;').runInContext(page);
    new Script(prepare).runInContext(page);
    new Script(code).runInContext(page);
    return new Script(ask).runInContext(page);
  };
  const lacking = 'delete Object.fromEntries; delete String.prototype.replaceAll; delete Array.prototype.flat;';
  expect(run(lacking, `JSON.stringify(Object.fromEntries([['a', 1]]))`)).toBe('{"a":1}');
  expect(run(lacking, `'a.b.c'.replaceAll('.', '-')`)).toBe('a-b-c');
  expect(run(lacking, 'JSON.stringify([1, [2, [3]]].flat(2))')).toBe('[1,2,3]');
  expect(run('self.before = Object.fromEntries', 'self.before === Object.fromEntries')).toBe(true);
});
