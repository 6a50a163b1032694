import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { toUtcDate } from '../../bff/contract/dates.ts';
import { root } from './children.ts';
import type { Line } from './line.ts';

/** The table for a terminal: a paragraph a line of it. */
export function asText(lines: readonly Line[]): string {
  const paragraphs = lines.map(({ what, yardstick, reach, measured, outcome, note }) =>
    [
      `${outcome.toUpperCase()}  ${what}`,
      `  against  ${yardstick}`,
      `  reach    ${reach}`,
      `  measured ${measured}`,
      note && `           ${note}`,
    ]
      .filter(Boolean)
      .join('\n'),
  );
  return [...machine(), '', paragraphs.join('\n\n'), '', summary(lines)].join('\n');
}

/** docs/benchmarks.md. */
export function asMarkdown(lines: readonly Line[]): string {
  const row = ({ what, yardstick, reach, measured, outcome, note }: Line) =>
    `| ${[what, yardstick, reach, measured, outcome, note].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    '# What is measured',
    '',
    'Written by `npm run bench -- --write`. Every figure is a ratio against a yardstick that was measured in the same run,',
    'sample by sample in turn (median, quartiles), or CPU time; absolute times say more about the machine than about us.',
    '',
    ...machine().map((fact) => `- ${fact}`),
    '',
    '| what | yardstick | reach | measured | | rests on |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines.map(row),
    '',
    summary(lines),
    '',
  ].join('\n');
}

function summary(lines: readonly Line[]): string {
  const count = (outcome: Line['outcome']) => lines.filter((line) => line.outcome === outcome).length;
  return `${count('met')} met, ${count('missed')} missed, ${count('not measured')} not measured.`;
}

/** Where and with what: a figure without it says nothing. */
function machine(): string[] {
  const [cpu] = cpus();
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(', ');
  return [
    `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, load ${load} at the end`,
    `Node ${process.versions.node}, ${versions(['koa', '@koa/router', 'sequelize', 'mysql2', '@jsreport/jsreport-core', '@myriaddreamin/typst-ts-node-compiler', '@tarojs/taro', 'autocannon'])}`,
    `${program('mariadbd')}; ${program('redis-server')}; ${toUtcDate(Date.now())}, commit ${commit()}`,
  ];
}

function versions(names: string[]): string {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  return names
    .map((name) => `${name} ${manifest['dependencies']?.[name] ?? manifest['devDependencies']?.[name]}`)
    .join(', ');
}

function program(name: string): string {
  try {
    return execFileSync(name, ['--version'], { encoding: 'utf8' }).trim().replace(/\s+/g, ' ').slice(0, 60);
  } catch {
    return `no ${name}`;
  }
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
