import { describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');

/** What is kept on purpose, and why nothing of it differs from file to file. */
const KEPT: Record<string, string> = {
  'bff/platform/singletons.ts resets': 'the list itself',
  'bff/contract/dates.ts written': 'how a day is written, which is the same for everybody',
  'bff/platform/db/models.ts models': 'declared by imports, which happen once',
  'bff/platform/db/models.ts forgetting': 'said by imports, which happen once',
  'bff/platform/pdf/rare-fonts.ts common': 'characters of the fonts',
  'bff/platform/pdf/rare-fonts.ts rare': 'characters of the fonts',
  'bff/test/trouble/adopt-and-die.ts statements': 'a process of its own, which dies of it',
  'bff/test/trouble/decide-change-and-die.ts statements': 'a process of its own, which dies of it',
  'bff/test/trouble/profile-and-die.ts statements': 'a process of its own, which dies of it',
  'bff/test/trouble/merge-and-die.ts statements': 'a process of its own, which dies of it',
  'bff/test/trouble/recompute-draw.ts lots': 'a process of its own, which ends with it',
  'bff/test/factories/registry.ts hashes': 'hashes of the passwords they are stored under',
  'admin/door/signals.ts audio': 'the browser’s sound, of which jsdom has none',
  'admin/door/store.ts opened': 'the browser’s database, of which jsdom has none',
  'admin/resources/chat/Composer.tsx drafts': 'by talk, as long as something is typed; one file types any',
  'admin/resources/chat/ring.ts rangAt': 'the browser’s sound, of which jsdom has none',
  'admin/ui/form/use-leave-warning.ts armed': 'forms on the page, which go with it',
  'admin/ui/here.ts touchedAt': 'when somebody was last here, which begins with now',
  'bff/test/template-database.ts migrated': 'the database that files are made from',
};

/** Variables at the top of a module that change, and that no `keepsState(…)` of the file names. */
function forgotten(file: string, source: string): string[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const resets = parsed.statements.filter(isReset).map((statement) => statement.getText());
  // A reset that is a function of the file: what that one names counts.
  const named = parsed.statements
    .filter((statement) => ts.isFunctionDeclaration(statement) || ts.isVariableStatement(statement))
    .filter((statement) => resets.some((reset) => reset.includes(`(${nameOf(statement)}`)))
    .map((statement) => statement.getText());
  const texts = [...resets, ...named];
  return parsed.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) =>
      declarationList.declarations.filter((one) => changes(declarationList, one) || isWritten(one, source)),
    )
    .map(({ name }) => name.getText())
    .filter((name) => !texts.some((text) => new RegExp(`\\b${name}\\b`).test(text)));
}

const isReset = (statement: ts.Statement): boolean =>
  ts.isExpressionStatement(statement) &&
  ts.isCallExpression(statement.expression) &&
  statement.expression.expression.getText() === 'keepsState';

function nameOf(statement: ts.FunctionDeclaration | ts.VariableStatement): string {
  if (ts.isFunctionDeclaration(statement)) return statement.name?.text ?? '';
  return statement.declarationList.declarations[0]?.name.getText() ?? '';
}

/** A `let`, or a collection that begins empty. What is keyed by objects (WeakMap) goes with them. */
function changes(list: ts.VariableDeclarationList, { initializer }: ts.VariableDeclaration): boolean {
  if ((list.flags & ts.NodeFlags.Const) === 0) return true;
  if (!initializer) return false;
  if (ts.isArrayLiteralExpression(initializer)) return initializer.elements.length === 0;
  if (ts.isObjectLiteralExpression(initializer)) return initializer.properties.length === 0;
  if (!ts.isNewExpression(initializer) || (initializer.arguments?.length ?? 0) > 0) return false;
  return ['Map', 'Set', 'EventEmitter', 'Registry', 'LRUCache'].includes(initializer.expression.getText());
}

/** An object or a list that begins with something, and that the file writes into. */
function isWritten({ name, initializer }: ts.VariableDeclaration, source: string): boolean {
  if (!initializer || !(ts.isObjectLiteralExpression(initializer) || isCollection(initializer))) return false;
  const one = name.getText();
  return new RegExp(
    `^[^\\n]*(?<![\\w.])${one}(\\.\\w+|\\[[^\\]]+\\]) ?([-+*/|&?]*=(?![=>])|\\+\\+|--)|(?<![\\w.])${one}\\.(push|unshift|splice|set|add|delete)\\(`,
    'm',
  ).test(source);
}

const isCollection = (initializer: ts.Expression): boolean =>
  ts.isArrayLiteralExpression(initializer) ||
  (ts.isNewExpression(initializer) && ['Map', 'Set', 'LRUCache'].includes(initializer.expression.getText()));

describe('what a module keeps for the whole process', () => {
  test('begins anew with keepsState, or stands in the list above', () => {
    const files = globSync('{bff,admin}/**/*.{ts,tsx}', { cwd: root }).filter(
      (file) => !/\.test\.tsx?$|^admin\/e2e\//.test(file),
    );
    expect(files.length).toBeGreaterThan(300);
    const found = files.flatMap((file) =>
      forgotten(file, readFileSync(join(root, file), 'utf8')).map((name) => `${file} ${name}`),
    );
    expect(found.sort()).toEqual(Object.keys(KEPT).sort());
  });

  test.each([
    ['let count = 0;', ['count']],
    ['let count = 0;\nkeepsState(() => {\n  count = 0;\n});', []],
    ['const seen = new Map<string, number>();', ['seen']],
    ['const seen = new Map<string, number>();\nkeepsState(() => seen.clear());', []],
    ['const seen = new Set();\nlet last = 0;\nkeepsState(() => seen.clear());', ['last']],
    ['let cached: number | undefined;\nkeepsState(forget);\nexport function forget() {\n  cached = undefined;\n}', []],
    ['let cached: number | undefined;\nkeepsState(forget);\nexport function forget() {}', ['cached']],
    ['export const list: string[] = [];', ['list']],
    ["const NAMES = new Set(['a']);\nconst ONE = ['a'];\nconst byObject = new WeakMap();", []],
    ['const state = { last: 0 };\nexport function f() {\n  state.last += 1;\n}', ['state']],
    ["const seen = new Set(['a']);\nexport const f = (b: string) => seen.add(b);", ['seen']],
    ["const cache = new LRUCache({ max: 9 });\nexport const f = () => cache.set('a', 1);", ['cache']],
    ['const NAMES = { a: 1 };\nexport const isA = (n: number) => NAMES.a === n;', []],
    ['function f() {\n  let count = 0;\n  return ++count;\n}', []],
  ])('control: %s', (source, names) => {
    expect(forgotten('example.ts', source)).toEqual(names);
  });
});

describe('two files in one process', () => {
  const run = async (project: string, order: string, settings: Record<string, string> = {}) => {
    const jest = join(root, 'node_modules/jest/bin/jest.js');
    const args = ['-c', 'config/jest.ts', '--selectProjects', project, '-w', '1'];
    // Its own folder and its own services: a worker of this run would have the database of the same name in them.
    const { TEST_DIR: _ours, TEST_MYSQL_URL: _mysql, TEST_REDIS_URL: _redis, ...inherited } = process.env;
    const env = { ...inherited, ...settings, TEST_ORDER: order };
    const ended = promisify(execFile)(
      process.execPath,
      [jest, ...args, '--testSequencer', join(root, 'config/jest/in-order.mjs'), 'bff/test/traces'],
      { cwd: root, env },
    );
    return ended.then(({ stderr }) => stderr).catch((error: { stderr: string }) => error.stderr);
  };
  const namesIn = (output: string) => [...output.matchAll(/^(PASS|FAIL) bff-\w+ .*\/(\w+)\.test\.ts/gm)];

  test.each([
    ['bff-sqlite', 'one,other'],
    ['bff-sqlite', 'other,one'],
    ['bff-mysql', 'one,other'],
  ])('leave each other nothing: %s, %s', async (project, order) => {
    const files = namesIn(await run(project, order)).map(([, verdict, name]) => `${verdict} ${name}`);
    expect(files).toEqual(order.split(',').map((name) => `PASS ${name}`));
  });

  test('control: without the reset the second finds traces of the first', async () => {
    const output = await run('bff-sqlite', 'one,other', { TEST_KEEPS_STATE: 'true' });
    expect(namesIn(output).map(([, verdict, name]) => `${verdict} ${name}`)).toEqual(['PASS one', 'FAIL other']);
  });
});
