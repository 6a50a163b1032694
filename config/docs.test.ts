import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { JOB_LABELS } from '../bff/contract/operations/enums.ts';
import { readEnv } from '../bff/env.ts';
import { DEMO_ACCOUNTS } from '../scripts/seed/demo-accounts.ts';

/** What the documents say must be true: paths exist, links lead somewhere, settings are those of bff/env.ts. */

const root = dirname(import.meta.dirname);
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const adrs = readdirSync(join(root, 'docs/adr')).filter((file) => /^\d{4}-/.test(file));
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/ARCHITECTURE.md',
  'docs/GLOSSARY.md',
  'docs/operations.md',
  'docs/go-live.md',
  'docs/adr/README.md',
  ...adrs.map((file) => `docs/adr/${file}`),
];

const ROOMS = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['node_modules', 'dist'].includes(entry.name))
  .map((entry) => entry.name)
  .filter((name) => !name.startsWith('.') || name === '.ci');

/** Paths of this repository in `code`, each `path` or `path#name`; placeholders in <> are none. */
function namedPaths(markdown: string): string[] {
  const prose = markdown.replace(/^ *```[\s\S]*?^ *```/gm, '');
  const spans = [...prose.matchAll(/`([^`\s]+)`/g)].map((match) => match[1] ?? '');
  return spans.filter((span) => ROOMS.includes(span.split('/')[0] ?? '') && span.includes('/') && !/[<>*…]/.test(span));
}

/** Those of the paths that are not there, or do not hold the name after #. */
function missing(paths: string[]): string[] {
  return paths.filter((path) => {
    const [file = '', name] = path.split('#');
    if (!existsSync(join(root, file))) return true;
    return name !== undefined && !new RegExp(`\\b${name}\\b`).test(read(file));
  });
}

/** The plan: a line per path, two spaces deeper than its folder, with a few words after it. */
function planOf(markdown: string): string[] {
  const lines = (/```tree\n([\s\S]*?)```/.exec(markdown)?.[1] ?? '').trimEnd().split('\n');
  const folders: string[] = [];
  return lines.map((line) => {
    const [, indent = '', name = ''] = /^( *)(\S+) +\S/.exec(line) ?? [];
    if (name === '') throw new Error(`not a line of the plan: ${line}`);
    folders.splice(indent.length / 2, Infinity, name.replace(/\/$/, ''));
    return folders.join('/');
  });
}

/** Folders directly below some of the plan's own that it does not name. */
function unplanned(plan: string[], below: string[]): string[] {
  const there = below.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${folder}/${entry.name}`),
  );
  return there.filter((folder) => !plan.includes(folder));
}

/** What of events the server publishes and follows: `event file`. */
function eventsOfServer(): string[] {
  const reactions = read('bff/reactions.ts');
  const files = new Map(
    [...reactions.matchAll(/import \{ (\w+) \} from '\.\/(\S+)'/g)].map(([, act = '', file = '']) => [act, file]),
  );
  const followed = [...reactions.matchAll(/'([\w.-]+)': \[([\w, ]+)\]/g)].flatMap(([, event = '', acts = '']) =>
    acts.split(', ').map((act) => `${event} bff/${files.get(act)}`),
  );
  const modules = readdirSync(join(root, 'bff/modules'), { recursive: true, encoding: 'utf8' });
  const published = modules
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) =>
      [...read(`bff/modules/${file}`).matchAll(/\bpublish\(\s*'([\w.-]+)'/g)].map(
        ([, event = '']) => `${event} bff/modules/${file}`,
      ),
    );
  return [...new Set([...followed, ...published])].sort();
}

/** The same, of the table `| \`event\` | published by | followed by |`. */
function eventsIn(markdown: string): string[] {
  const rows = [...markdown.matchAll(/^\| `([a-z-]+\.[a-z-]+)` *\|([^|]*\|[^|]*)\|$/gm)];
  return rows.flatMap(([, event = '', files = '']) => namedPaths(files).map((file) => `${event} ${file}`)).sort();
}

/** Relative links of a document that lead nowhere. */
function deadLinks(document: string, markdown: string): string[] {
  const targets = [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  return targets
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .filter((target) => !existsSync(join(root, dirname(document), normalize(target.split('#')[0] ?? ''))));
}

/** Rows `| \`KEY\` | meaning | default |` of a table: key → default. */
function settingsIn(markdown: string): Map<string, string> {
  const rows = markdown.matchAll(/^\| `([A-Z][A-Z0-9_]*)` *\|[^|]+\| *([^|]*?) *\|$/gm);
  return new Map([...rows].map(([, key = '', fallback = '']) => [key, fallback]));
}

/** Keys of the zod object in bff/env.ts. */
function settingsOfServer(): string[] {
  const [, object = ''] = /z\.object\(\{\n([\s\S]*?)\n\}\)/.exec(read('bff/env.ts')) ?? [];
  return [...object.matchAll(/^ {2}([A-Z][A-Z0-9_]*):/gm)].map((match) => match[1] ?? '');
}

describe.each(DOCUMENTS)('%s', (document) => {
  const markdown = read(document);

  test('names only paths that exist', () => {
    expect(missing(namedPaths(markdown))).toEqual([]);
  });

  test('links only to what exists', () => {
    expect(deadLinks(document, markdown)).toEqual([]);
  });
});

test('a path, a name in a file and a link that are not there are noticed', () => {
  expect(namedPaths('`bff/env.ts#readEnv` `nothing here` `bff/<x>.ts`')).toEqual(['bff/env.ts#readEnv']);
  expect(missing(['bff/env.ts#readEnv', 'bff/nowhere.ts', 'bff/env.ts#nobody'])).toEqual([
    'bff/nowhere.ts',
    'bff/env.ts#nobody',
  ]);
  expect(deadLinks('docs/x.md', '[a](../README.md) [b](nowhere.md)')).toEqual(['nowhere.md']);
});

describe('the plan in ARCHITECTURE.md', () => {
  const plan = planOf(read('docs/ARCHITECTURE.md'));

  test('names only what exists', () => {
    expect(plan.length).toBeGreaterThan(50);
    expect(missing(plan)).toEqual([]);
  });

  test('leaves out no part of the server, no feature, no script', () => {
    const homes = ['bff', 'bff/modules', 'bff/platform', 'bff/templates', 'miniapp/features', 'scripts'];
    expect(unplanned(plan, homes)).toEqual([]);
    expect(ROOMS.filter((room) => room !== '.ci' && !plan.includes(room))).toEqual([]);
  });

  test('a path that is gone and a folder that is new are noticed', () => {
    const small = planOf('```tree\nbff/  the server\n  modules/  what it does\n    nowhere/  gone\n```');
    expect(small).toEqual(['bff', 'bff/modules', 'bff/modules/nowhere']);
    expect(missing(small)).toEqual(['bff/modules/nowhere']);
    expect(unplanned(small, ['bff/modules'])).toContain('bff/modules/certificates');
  });
});

test('ARCHITECTURE.md names who publishes an event and who follows it', () => {
  const there = eventsOfServer();
  expect(there).toContain('certificate.revoked bff/modules/papers/orders/void-paper.ts');
  expect(eventsIn(read('docs/ARCHITECTURE.md'))).toEqual(there);
});

describe('the configuration table in README.md', () => {
  const table = settingsIn(read('README.md'));

  test('has every setting of bff/env.ts and no other', () => {
    expect([...table.keys()].sort()).toEqual(settingsOfServer().sort());
    expect(settingsOfServer()).toEqual(expect.arrayContaining(Object.keys(readEnv({}))));
  });

  test('gives the defaults that the server uses', () => {
    const used = readEnv({}) as unknown as Readonly<Record<string, string | number | boolean | undefined>>;
    const wrong = [...table].filter(([key, fallback]) => {
      const value = used[key];
      return value === undefined ? fallback !== '—' : fallback !== `\`${value}\``;
    });
    expect(wrong).toEqual([]);
  });
});

/** Commands on TypeScript need the pinned Node: the oldest that README asks for does not read it. */
const unpinned = (markdown: string) => markdown.match(/(?<!node_modules\/\.bin\/)\bnode scripts\/\S+\.ts\b/g) ?? [];

test('what operators are told to run runs on every Node that README asks for', () => {
  for (const document of ['README.md', 'docs/operations.md', 'docs/go-live.md'])
    expect(unpinned(read(document))).toEqual([]);
  expect(unpinned('node scripts/anything.ts --to')).toHaveLength(1);
});

/** Labels of the menu that a resource of the staff's client brings. */
const menuOf = (index: string) => {
  const [, menu = ''] = /\n {2}menu: \[([\s\S]*?)\n {2}\],/.exec(index) ?? [];
  return [...menu.matchAll(/\blabel: '([^']+)'/g)].map(([, label = '']) => label);
};

test('README.md names every entry of the staff’s menu', () => {
  const line = /^- \*\*管理端\*\*：.*$/m.exec(read('README.md'))?.[0] ?? '';
  const indexes = readdirSync(join(root, 'admin/resources')).map((name) => `admin/resources/${name}/index.tsx`);
  const labels = indexes.filter((path) => existsSync(join(root, path))).flatMap((path) => menuOf(read(path)));
  expect(labels.length).toBeGreaterThan(30);
  const named = line.split(/[；（）、]/);
  expect(labels.filter((label) => !named.includes(label) && !named.includes(`- **管理端**：${label}`))).toEqual([]);
  // Control: an entry that the line does not have.
  expect(
    menuOf("x = {\n  menu: [\n    {\n      label: '新的一页',\n    },\n  ],\n}").filter((l) => !named.includes(l)),
  ).toEqual(['新的一页']);
});

test('README.md has the demo accounts as they are seeded', () => {
  const readme = read('README.md');
  const absent = DEMO_ACCOUNTS.filter(({ login, password }) => {
    return !readme.split('\n').some((line) => line.includes(`\`${login}\``) && line.includes(`\`${password}\``));
  });
  expect(absent.map(({ label }) => label)).toEqual([]);
});

test('operations.md names every job as staff read it', () => {
  const named = [...read('docs/operations.md').matchAll(/^\| `([a-z-]+)` +\| ([^|]+?) +\|/gm)];
  expect(Object.fromEntries(named.map(([, job, label]) => [job, label]))).toMatchObject(JOB_LABELS);
});

test('decisions are numbered without gaps, listed, and built alike', () => {
  expect(adrs.map((file) => Number(file.slice(0, 4)))).toEqual(adrs.map((_, index) => index + 1));
  const list = read('docs/adr/README.md');
  expect(adrs.filter((file) => !list.includes(`(${file})`))).toEqual([]);
  for (const file of adrs) {
    const headings = [...read(`docs/adr/${file}`).matchAll(/^#+ .*/gm)].map(([heading]) => heading);
    expect({ file, headings: headings.slice(1) }).toEqual({
      file,
      headings: ['## Context', '## Decision', '## Why', '## Consequences'],
    });
  }
});

test('pictures are small', () => {
  const pictures = readdirSync(join(root, 'docs/images')).filter((file) => /\.(png|jpe?g)$/.test(file));
  expect(pictures.filter((file) => statSync(join(root, 'docs/images', file)).size > 200_000)).toEqual([]);
  expect(pictures.filter((file) => !read('README.md').includes(`docs/images/${file}`))).toEqual([]);
});
