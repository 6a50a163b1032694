/**
 * Stands in for npm's program in the tests of the set-up: notes how it was called, then fails as it is told
 * (STAND_IN_FAILS) or leaves what an installation leaves: npm's own note, Node, and a compiler that writes one file.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const { STAND_IN_LOG, STAND_IN_FAILS, STAND_IN_NODE_AT, STAND_IN_COMPILER, STAND_IN_LEAVES_OUT } = process.env;
const here = process.cwd();
const packages = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
const call = { args: process.argv.slice(2), pid: process.pid, here, node: process.env.PATH.split(':')[0], packages };
appendFileSync(STAND_IN_LOG, `${JSON.stringify(call)}\n`);
// Like npm, it takes back what it has begun before it ends, in its own good time.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
if (process.env.STAND_IN_WAITS) await new Promise((resolve) => setTimeout(resolve, 3_600_000));
// As long as an installation takes: until the test has seen what it waits for.
const until = process.env.STAND_IN_UNTIL;
while (until && !existsSync(until)) await new Promise((resolve) => setTimeout(resolve, 20));
if (process.env.STAND_IN_DOES_NOTHING) process.exit(0);
if (STAND_IN_FAILS) {
  console.error(STAND_IN_FAILS);
  process.exit(1);
}
rmSync('node_modules', { recursive: true, force: true });
const put = (path, content) => {
  mkdirSync(dirname(join(here, path)), { recursive: true });
  writeFileSync(join(here, path), content);
};
put('node_modules/.package-lock.json', JSON.stringify({ packages }));
put('node_modules/typescript/bin/tsc', STAND_IN_COMPILER);
for (const path of STAND_IN_NODE_AT.split(',')) {
  if (!packages[path] || STAND_IN_LEAVES_OUT === here) continue;
  mkdirSync(join(here, path, 'bin'), { recursive: true });
  symlinkSync(process.execPath, join(here, path, 'bin/node'));
}
if (process.env.STAND_IN_WARNS) console.error(process.env.STAND_IN_WARNS);
console.log('npm warn deprecated something@1.0.0: a warning that is worth reading\nadded 1 package');
