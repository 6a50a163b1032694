import { describe, expect, test } from '@jest/globals';
import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { read } from './figures.ts';

/** Where the documents send people to is there: entries of the staff's menu, pages of members, settings of the server. */

const root = dirname(dirname(import.meta.dirname));
const DOCUMENTS = ['README.md', 'docs/operations.md', 'docs/go-live.md'];

/** Labels of the menu that the resources of the staff's client bring. */
const menu = globSync('admin/resources/*/index.tsx', { cwd: root }).flatMap((file) =>
  [...read(file).matchAll(/\blabel: '([^']+)'/g)].map(([, label = '']) => label),
);
/** Titles of members' pages. */
const titles = globSync('miniapp/**/*.config.ts', { cwd: root }).flatMap((file) =>
  [...read(file).matchAll(/navigationBarTitleText: '([^']+)'/g)].map(([, title = '']) => title),
);
const HAN = '\\p{Script=Han}+';
/** What stands after `管理端 ` or `会员端 `, as the documents name a page: `管理端 工作台 的提示`. */
const sentTo = (markdown: string, client: string): string[] =>
  [...markdown.matchAll(new RegExp(`${client} (${HAN})`, 'gu'))].map(([, name = '']) => name);
const astray = (names: string[], known: string[]) => names.filter((name) => !known.some((one) => name.startsWith(one)));

/** Configuration is written as `NAME_OF_IT`; a family of it as `NAME_*`. */
const settingsNamed = (markdown: string): string[] =>
  [...markdown.matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*(?:_[A-Z0-9]+|_\*))(?:=[^`]*)?`/g)].map(
    ([, name = '']) => name,
  );
/** Read by a build, not by the server. */
const OF_BUILDS = ['API_ORIGIN'];
const [, declared = ''] = /z\.object\(\{\n([\s\S]*?)\n\}\)/.exec(read('bff/env.ts')) ?? [];
const settings = [...declared.matchAll(/^ {2}([A-Z][A-Z0-9_]*):/gm)].map(([, name = '']) => name);
const unknown = (names: string[]) =>
  names.filter((name) => {
    const isThere = (one: string) => (name.endsWith('*') ? one.startsWith(name.slice(0, -1)) : one === name);
    return !settings.some(isThere) && !OF_BUILDS.includes(name);
  });

describe.each(DOCUMENTS)('%s', (document) => {
  const markdown = read(document);

  test('sends staff and members to pages that are there', () => {
    expect(astray(sentTo(markdown, '管理端'), menu)).toEqual([]);
    expect(astray(sentTo(markdown, '会员端'), titles)).toEqual([]);
  });

  test('names only settings that the server has', () => {
    expect(unknown(settingsNamed(markdown))).toEqual([]);
  });
});

test('README lists every entry of the menu of the staff, and none that is gone', () => {
  const [, line = ''] = /^- \*\*管理端\*\*：(.*)；/m.exec(read('README.md')) ?? [];
  const listed = line.split(/[；、（）]/).filter((name) => !/^$|^(证明|会员|服务|财务|系统)$/.test(name));
  expect(listed.sort()).toEqual([...menu].sort());
});

/** Items of a table `| 事项 | 谁办 | 通常要多久 | 怎样核对 |`. */
const itemsIn = (markdown: string): string[][] => {
  const tables = markdown.match(/^\| 事项 .*\n(?:\|.*\n)+/gm) ?? [];
  const rows = tables.flatMap((table) => table.trim().split('\n').slice(2));
  return rows.map((row) => row.split(' | ').map((cell) => cell.replace(/^\| |\|$/g, '').trim()));
};

test('every item of the checklist says who does it, how long it takes and what shows that it is done', () => {
  const items = itemsIn(read('docs/go-live.md'));
  expect(items.length).toBeGreaterThan(40);
  expect(items.filter((cells) => cells.length !== 4 || cells.some((cell) => cell.length < 2))).toEqual([]);
  // Control: an item that nobody checks.
  expect(
    itemsIn('| 事项 | 谁办 | 通常要多久 | 怎样核对 |\n| --- | --- | --- | --- |\n| 备案 | 协会 | 1周 |  |\n'),
  ).toEqual([['备案', '协会', '1周', '']]);
});

test('control: a page and a setting that are not there are noticed', () => {
  expect([menu.length > 30, titles.length > 30, settings.length > 50]).toEqual([true, true, true]);
  expect(astray(sentTo('见管理端 申请 的列表；管理端 证明管理 的列表', '管理端'), menu)).toEqual(['申请']);
  expect(unknown(settingsNamed('`SIGNER_*` `SIGNING_*` `TSA_URL` `TSA_ADDRESS=x`'))).toEqual([
    'SIGNING_*',
    'TSA_ADDRESS',
  ]);
});
