import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../setup/processes.mjs';

/** What an edit of it makes the server another one. Tests are not read by it. */
const IS_READ = /\.(ts|json|typ|html|css|txt)$/;
const IS_TEST = /\.test\.ts$|^test\//;
/** An editor writes a file in several steps, a change of branch many files. */
const SETTLED_MS = 100;
const IN_THE_SERVER = pathToFileURL(path.join(import.meta.dirname, 'in-the-server.mjs')).href;

/**
 * Runs a server from its sources and starts it anew when one changes; one that ended by itself (a fault in the code)
 * waits for the next change. Node's own --watch is no way: its threads inherit the option, and jsreport's never answer.
 * Resolves never; ends with this process.
 * @param {string} file what is run
 * @param {NodeJS.ProcessEnv} env with NODE_COMPILE_CACHE: what is compiled is kept there from one start to the next
 * @param {string} [sources] folder of what it reads
 */
export async function keepRunning(file, env, sources = path.join(root, 'bff')) {
  const edited = watchSources(sources);
  // Types are taken away in place, so that lines keep their numbers: maps of sources would tell nothing more.
  const program = ['--import', IN_THE_SERVER, file];
  for (;;) {
    const began = performance.now();
    const server = spawn(process.execPath, program, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    const stop = () => server.kill('SIGKILL');
    process.once('exit', stop);
    server.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      if (String(chunk).includes('listening')) {
        console.log(`服务器已就绪，${((performance.now() - began) / 1000).toFixed(1)} 秒`);
        if (server.connected) server.send('listening');
      }
    });
    await edited();
    process.off('exit', stop);
    // Nothing that it does here is worth the seconds of a graceful end, and jobs are made for this.
    if (server.exitCode === null && server.kill('SIGKILL')) await once(server, 'exit');
  }
}

/** Resolves, each time it is called, with the next edit that the server reads. */
function watchSources(folder) {
  let seen = () => undefined;
  let timer;
  watch(folder, { recursive: true }, (_event, file) => {
    if (file === null || !IS_READ.test(file) || IS_TEST.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => seen(), SETTLED_MS);
  });
  return () => new Promise((resolve) => (seen = resolve));
}
