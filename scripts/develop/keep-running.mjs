import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import path from 'node:path';
import { root } from '../setup/processes.mjs';

/** What an edit of it makes the server another one. Tests are not read by it. */
const IS_READ = /\.(ts|json|typ|html|css|txt)$/;
const IS_TEST = /\.test\.ts$|^test\//;
/** An editor writes a file in several steps, a change of branch many files. */
const SETTLED_MS = 100;

/**
 * Runs a server from its sources and starts it anew when one changes; one that ended by itself (a fault in the code)
 * waits for the next change. Node's own --watch is no way: its threads inherit the option, and jsreport's never answer.
 * Resolves never; ends with this process.
 * @param {string} file what is run
 * @param {NodeJS.ProcessEnv} env
 */
export async function keepRunning(file, env) {
  const edited = watchSources();
  const program = ['--enable-source-maps', file];
  for (;;) {
    const began = performance.now();
    const server = spawn(process.execPath, program, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    const stop = () => server.kill('SIGKILL');
    process.once('exit', stop);
    server.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      if (String(chunk).includes('listening')) {
        console.log(`服务器已就绪，${((performance.now() - began) / 1000).toFixed(1)} 秒`);
      }
    });
    await edited();
    process.off('exit', stop);
    // Nothing that it does here is worth the seconds of a graceful end, and jobs are made for this.
    if (server.exitCode === null && server.kill('SIGKILL')) await once(server, 'exit');
  }
}

/** Resolves, each time it is called, with the next edit that the server reads. */
function watchSources() {
  let seen = () => undefined;
  let timer;
  watch(path.join(root, 'bff'), { recursive: true }, (_event, file) => {
    if (file === null || !IS_READ.test(file) || IS_TEST.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => seen(), SETTLED_MS);
  });
  return () => new Promise((resolve) => (seen = resolve));
}
