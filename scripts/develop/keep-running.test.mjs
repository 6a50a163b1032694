import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { eventually } from '../../bff/test/eventually.ts';

const folder = mkdtempSync(join(tmpdir(), 'keep-running-'));
const sources = join(folder, 'sources');
const server = join(sources, 'server.ts');
const kept = (name) =>
  existsSync(join(folder, name))
    ? readdirSync(join(folder, name), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    : [];
const say = (word) => writeFileSync(join(sources, 'word.ts'), `export const word: string = '${word}';\n`);

let watching;
let output = '';

beforeAll(() => {
  mkdirSync(sources);
  say('first');
  writeFileSync(
    server,
    "import { word } from './word.ts';\nconsole.log('listening', word, process.pid);\nsetInterval(() => undefined, 1_000);\n",
  );
  const module = pathToFileURL(join(import.meta.dirname, 'keep-running.mjs')).href;
  const program = `import { keepRunning } from '${module}'; await keepRunning(${JSON.stringify(server)}, process.env, ${JSON.stringify(sources)});`;
  watching = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  watching.stdout.on('data', (chunk) => (output += chunk));
});
afterAll(() => {
  watching.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Process id of the server that said the word. */
async function serverThatSays(word) {
  let pid;
  await eventually(() => {
    pid = new RegExp(`listening ${word} (\\d+)`).exec(output)?.[1];
    expect(pid).toBeDefined();
  });
  return Number(pid);
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('an edit starts the server anew, in place of the one before', async () => {
  const first = await serverThatSays('first');
  say('second');
  await serverThatSays('second');
  expect(isRunning(first)).toBe(false);
});

test('a fault in the code waits for the next edit', async () => {
  writeFileSync(join(sources, 'word.ts'), 'export const = ;\n');
  const second = await serverThatSays('second');
  await eventually(() => expect(isRunning(second)).toBe(false));
  say('third');
  await serverThatSays('third');
});

test('what was compiled is kept although it is killed', async () => {
  await serverThatSays('third');
  await eventually(() => expect(kept('compiled')).not.toEqual([]));
  // Control: a server that is killed keeps nothing by itself.
  const alone = spawn(process.execPath, [server], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'alone') },
  });
  await once(alone.stdout, 'data');
  alone.kill('SIGKILL');
  await once(alone, 'exit');
  expect(kept('alone')).toEqual([]);
});

test('it ends with whoever started it, however that ends', async () => {
  const third = await serverThatSays('third');
  watching.kill('SIGKILL');
  await eventually(() => expect(isRunning(third)).toBe(false));
});
