import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';

/** What members download (spec measures.md). An empty Taro H5 page is 113 KB gzipped, an empty mini-program 312 KB. */
const KB = 1024;
const H5_FIRST_LOAD = 1.3 * 113 * KB;
const MAIN_PACKAGE = 2 * 312 * KB;
const ANY_PACKAGE = KB * KB;
/** 信息补全 with its sections, code tables and divisions. */
const PROFILE_PACKAGE = 400 * KB;

const gzipped = (file: string) => gzipSync(readFileSync(path.join('dist/h5', file)), { level: 9 }).length;

function bytesBelow(folder: string, leaveOut: readonly string[] = []): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !leaveOut.includes(entry.name))
    .map((entry) => path.join(folder, entry.name))
    .reduce((sum, name) => sum + (statSync(name).isDirectory() ? bytesBelow(name) : statSync(name).size), 0);
}

describe('what members download', () => {
  it('is small before the first page stands', () => {
    const html = readFileSync('dist/h5/index.html', 'utf8');
    const entry = [...html.matchAll(/(?:src|href)="\/((?:js|css)\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(entry.length).toBeGreaterThan(3);
    expect(entry.reduce((sum, file) => sum + gzipped(file), 0)).toBeLessThan(H5_FIRST_LOAD);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
  });

  it('is JavaScript that a browser can read, in every file', () => {
    const scripts = readdirSync('dist/h5/js').filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(5);
    for (const name of scripts) new Script(readFileSync(path.join('dist/h5/js', name), 'utf8'), { filename: name });
  });

  it('keeps every package of the mini-program within its bound', () => {
    const app = JSON.parse(readFileSync('dist/weapp/app.json', 'utf8')) as { subPackages: { root: string }[] };
    const roots = app.subPackages.map(({ root }) => root);
    expect(bytesBelow('dist/weapp', roots)).toBeLessThan(MAIN_PACKAGE);
    expect(bytesBelow('dist/weapp/profile')).toBeLessThan(PROFILE_PACKAGE);
    for (const root of roots) expect(bytesBelow(path.join('dist/weapp', root))).toBeLessThan(ANY_PACKAGE);
  });
});
