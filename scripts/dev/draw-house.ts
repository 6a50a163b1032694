import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FLOORS, ROOMS, type ModuleName } from '../../bff/floors.ts';
import { arrowsOf, isTest, ownersOf, tableArrowsOf, type House } from '../../config/floors.ts';

/** Draws the house as it is built: what the rules of config/floors.test.ts judge, to be looked at. */
const USAGE = `用法：node scripts/dev/draw-house.ts [--module 模块]

按楼层列出服务端的模块、各自的房间、用到的模块（括号里是引用的次数，类型也算）、在 SQL 中读的表，以及事件由谁发布、
谁随之行动。--module 只看一个模块，并列出谁用到它。`;

const ROOT = resolve(import.meta.dirname, '../..');

function readFiles(): House['files'] {
  const files = readdirSync(join(ROOT, 'bff'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((file) => !isTest(file));
  return new Map(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));
}

const files = readFiles();
const arrows = arrowsOf({ files }).filter(({ from, to }) => from !== to);
const tables = tableArrowsOf({ files });
const owners = ownersOf({ files });

/** `audit ×4, files ×1`, most used first. */
function counted(names: string[]): string {
  const times = Map.groupBy(names, (name) => name);
  const most = [...times].sort(([, a], [, b]) => b.length - a.length);
  return most.map(([name, { length }]) => `${name} ×${length}`).join(', ');
}

const distinct = (names: string[]) => [...new Set(names)].sort().join(', ');

/** A module in a few lines: what it holds and what it needs; lines with nothing to say are left out. */
function describe(name: ModuleName): string {
  const size = [...files.keys()].filter((file) => file.startsWith(`bff/modules/${name}/`)).length;
  const lines: [string, string][] = [
    ['rooms', (ROOMS[name] ?? []).join(' → ')],
    ['keeps', distinct([...owners].filter(([, owner]) => owner === name).map(([table]) => table))],
    ['calls', counted(arrows.filter(({ from }) => from === name).map(({ to }) => to))],
    ['reads', distinct(tables.filter(({ from }) => from === name).map(({ to, table }) => `${to}.${table}`))],
  ];
  const told = lines.filter(([, what]) => what !== '').map(([label, what]) => `      ${label}  ${what}`);
  return [`   ${name} (${size} files)`, ...told].join('\n');
}

const publishers = (event: string) =>
  [...files].filter(([, text]) => text.includes(`publish('${event}'`)).map(([file]) => file);

function drawEvents(): string {
  const reactions = files.get('bff/reactions.ts') ?? '';
  const lines = [...reactions.matchAll(/'([\w.-]+)': \[([^\]]*)\]/g)].map(
    ([, event = '', acts = '']) => `   ${event}  ${publishers(event).join(', ')} → ${acts.replace(/\s+/g, ' ').trim()}`,
  );
  return ['events', ...lines].join('\n');
}

function drawOne(name: ModuleName): string {
  const users = counted(arrows.filter(({ to }) => to === name).map(({ from }) => from));
  const readers = distinct(tables.filter(({ to }) => to === name).map(({ from, table }) => `${from} (${table})`));
  return [describe(name), `      called by  ${users || '–'}`, `      read by  ${readers || '–'}`].join('\n');
}

function drawHouse(): string {
  // As one looks at a house: the roof first.
  const floors = FLOORS.map((floor, at) => [`floor ${at + 1}`, ...floor.map(describe)].join('\n')).toReversed();
  const pairs = new Set(arrows.map(({ from, to }) => `${from} ${to}`));
  const both = [...pairs].filter((pair) => pairs.has(pair.split(' ').toReversed().join(' ')));
  const sum = `${FLOORS.flat().length} modules, ${pairs.size} arrows (${both.length} of them back again), ${tables.length} uses of tables below`;
  return [...floors, drawEvents(), sum].join('\n\n');
}

const { values } = parseArgs({ options: { module: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
const asked = FLOORS.flat().find((name) => name === values.module);
if (values.help || (values.module !== undefined && asked === undefined)) {
  process.stdout.write(`${USAGE}\n`);
  process.exitCode = values.help ? 0 : 1;
} else {
  process.stdout.write(`${asked === undefined ? drawHouse() : drawOne(asked)}\n`);
}
