import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { build } from '../../build/build.mjs';
import { freePort } from '../../test/services.mjs';
import { root, settings, startServer, withFolder } from '../children.ts';
import { plainLine, round, skippedLine, type Line } from '../line.ts';
import { findBrowser } from './letters.ts';

/** KB of gzip that an empty Taro 4.2 H5 page loads, and of an empty mini-program (measures.md). */
const EMPTY = { h5: 113, weapp: 312 };
const KB = 1_024;

/** JS and CSS that the first page of H5 loads before it is at rest, in a real browser. */
export async function h5(): Promise<Line[]> {
  const subject = { what: 'H5 first load, gzip JS + CSS', yardstick: `an empty Taro H5 page (${EMPTY.h5} KB)` };
  const browser = findBrowser();
  if (!browser) return [skippedLine(subject, 'at most 1.3 ×', 'no browser on this machine')];
  await build(['h5']);
  const files = await loadedFiles(browser);
  const sizes = files.map(({ name, body }) => ({ name, kb: gzipSync(body).length / KB }));
  const total = sizes.reduce((sum, { kb }) => sum + kb, 0);
  const ratio = total / EMPTY.h5;
  const largest = sizes.sort((a, b) => b.kb - a.kb).slice(0, 6);
  const note = `${round(total)} KB in ${sizes.length} files: ${largest.map(({ name, kb }) => `${name} ${round(kb)}`).join(', ')}`;
  return [plainLine(subject, 'at most 1.3 ×', `${round(ratio)} ×`, ratio <= 1.3, note)];
}

async function loadedFiles(executablePath: string): Promise<{ name: string; body: Buffer }[]> {
  return withFolder(async (folder) => {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const env = settings(folder, { PORT: String(port), PUBLIC_URL: address });
    const server = await startServer(['bff/main.ts'], { env, address: `${address}/readyz` });
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      const page = await browser.newPage();
      const files: Promise<{ name: string; body: Buffer }>[] = [];
      page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (!/\.(js|css)$/.test(pathname)) return;
        files.push(response.body().then((body) => ({ name: pathname.split('/').at(-1) ?? '', body })));
      });
      await page.goto(address, { waitUntil: 'networkidle' });
      return await Promise.all(files);
    } finally {
      await browser.close();
      await server.stop();
    }
  });
}

/** The mini-program's main package, and its largest package. */
export async function weapp(): Promise<Line[]> {
  await build(['weapp']);
  const folder = join(root, 'dist/weapp');
  const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as AppJson;
  const packages = (app.subPackages ?? app.subpackages ?? []).map((part) => part.root.replace(/\/$/, ''));
  const sizes = new Map<string, number>(['', ...packages].map((name) => [name, 0]));
  for (const file of filesBelow(folder)) {
    const owner = packages.find((name) => file.startsWith(`${name}/`)) ?? '';
    sizes.set(owner, (sizes.get(owner) ?? 0) + statSync(join(folder, file)).size / KB);
  }
  const main = sizes.get('') ?? 0;
  const [largest = '', largestKb = 0] = [...sizes].sort((a, b) => b[1] - a[1])[0] ?? [];
  const ratio = main / EMPTY.weapp;
  return [
    plainLine(
      { what: 'mini-program main package', yardstick: `an empty Taro one (${EMPTY.weapp} KB)` },
      'at most 2 ×; every package under 1 MB',
      `${round(ratio)} ×; largest ${round(largestKb)} KB`,
      ratio <= 2 && largestKb < KB,
      `${round(main)} KB; largest package: ${largest || 'the main one'}; ${packages.length} subpackages`,
    ),
    profilePackage(sizes.get('profile') ?? Number.NaN),
    profileSchema(folder),
  ];
}

const PROFILE_KB = 400;
const SCHEMA_KB = 60;

const profilePackage = (kb: number): Line =>
  plainLine(
    { what: 'mini-program subpackage of 信息补全', yardstick: 'none' },
    `at most ${PROFILE_KB} KB`,
    `${round(kb)} KB`,
    kb <= PROFILE_KB,
    'as written, not packed',
  );

/** Schema and tables stand in the part of the package that its pages share. */
function profileSchema(folder: string): Line {
  const kb = gzipSync(readFileSync(join(folder, 'profile/sub-vendors.js')), { level: 9 }).length / KB;
  return plainLine(
    { what: 'schema and code tables of 信息补全 in it, gzip', yardstick: 'none' },
    `at most ${SCHEMA_KB} KB`,
    `${round(kb)} KB`,
    kb <= SCHEMA_KB,
    'with what else its pages share',
  );
}

interface AppJson {
  subPackages?: { root: string }[];
  subpackages?: { root: string }[];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
