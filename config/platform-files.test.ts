import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * One source for mini-program and H5: what differs stands in miniapp/platform behind one signature, and in components
 * that draw what one of them draws by itself. Everything else must not know where it runs.
 */
const ROOT = path.dirname(import.meta.dirname);
type Sources = Map<string, string>;

/** Components outside platform/ and ui/ that each platform draws in its own way. */
const DRAWN_TWICE = [
  // WeChat draws title bar and tab bar, and its own button is what counts as an agreement.
  'shell/pc-frame',
  'shell/phone-frame',
  'shell/privacy-gate',
  // The phone number comes from a button of WeChat's.
  'features/accounts/wechat-entrance',
  'features/accounts/wechat-phone',
  // WeChat shows by itself under which number a mini-program is on file.
  'office/filings',
  // Another site's page leads back into a browser only.
  'features/member-centre/entrance',
  // A code to scan is for a PC: a telephone cannot scan itself.
  'features/payments/pay-code',
];
/** What one platform needs alone; only that platform's own files import it. */
const OF_ONE = [
  'platform/device/abort-controller',
  'platform/documents/in-wechat',
  'platform/inspection/inspect',
  'platform/inspection/read-code',
  'platform/inspection/read-pages',
  'platform/inspection/read-picture',
  'platform/wechat/js-sdk',
  'ui/fields/date-input',
  'ui/fields/typed-value',
  'ui/pdf/pdf-pages',
];

function read(): Sources {
  const names = globSync('miniapp/**/*.{ts,tsx}', { cwd: ROOT }).map((name) => name.replace(/^miniapp\//, ''));
  const own = names.filter((name) => !/^(test|e2e)\/|\.test\.tsx?$|\.d\.ts$/.test(name));
  return new Map(own.map((name) => [name, readFileSync(path.join(ROOT, 'miniapp', name), 'utf8')]));
}

const stemOf = (name: string) => name.replace(/(\.(h5|weapp))?\.tsx?$/, '');
const endingOf = (name: string) => /\.tsx?$/.exec(name)?.[0] ?? '';

function exportsOf(source: string): string[] {
  const declared = [...source.matchAll(/^export (?:async )?(?:const|function|class) (\w+)/gm)].map(([, name]) => name);
  const passedOn = [...source.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list = '']) => list.split(','));
  return [...declared, ...passedOn]
    .map((name) => (name ?? '').trim())
    .filter(Boolean)
    .sort();
}

/** Everything that breaks the rule, in words. */
function faultsIn(sources: Sources): string[] {
  const faults: string[] = [];
  for (const [name, source] of sources) {
    const stem = stemOf(name);
    const suffix = /\.(h5|weapp)\.tsx?$/.exec(name)?.[1];
    if (suffix) {
      if (!/^(platform|ui)\//.test(name) && !DRAWN_TWICE.includes(stem)) faults.push(`${name}: belongs in platform/`);
      if (OF_ONE.includes(stem)) continue;
      const ending = endingOf(name);
      for (const other of [`${stem}.h5${ending}`, `${stem}.weapp${ending}`, `${stem}${ending}`]) {
        const twin = sources.get(other);
        if (twin === undefined) faults.push(`${name}: ${other} is missing`);
        else if (exportsOf(twin).join() !== exportsOf(source).join())
          faults.push(`${name}: ${other} offers other things`);
      }
    } else if (!OF_ONE.includes(stem) && knowsWhereItRuns(source)) faults.push(`${name}: asks where it runs`);
  }
  return faults;
}

const code = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
/** The build's own switch, a browser's objects, WeChat's object. */
function knowsWhereItRuns(source: string): boolean {
  return /\bTARO_ENV\b|\bgetEnv\(|(?<![.\w'-])(document|window|navigator|location|sessionStorage|localStorage|wx)\s*[.?[]/.test(
    code(source),
  );
}

test('what differs between mini-program and H5 stands in its own files, with the same names', () => {
  const sources = read();
  // The build's configuration says which parts WeChat draws.
  sources.delete('app.config.ts');
  expect(sources.size).toBeGreaterThan(150);
  expect(faultsIn(sources)).toEqual([]);
});

test.each([
  ['office/call.weapp.ts', 'export const call = 1;', 'belongs in platform/'],
  ['platform/alone.h5.ts', 'export const alone = 1;', 'is missing'],
  ['office/phone.tsx', 'export const isWide = window.innerWidth > 992;', 'asks where it runs'],
  ['office/phone.tsx', "if (process.env.TARO_ENV === 'h5') run();", 'asks where it runs'],
  ['pages/home/index.tsx', 'wx.login({});', 'asks where it runs'],
  ['platform/device/copy-text.weapp.ts', 'export const copy = 1;', 'offers other things'],
])('%s: %s', (name, source, fault) => {
  expect(faultsIn(new Map([...read(), [name, source]])).join('\n')).toContain(fault);
});
