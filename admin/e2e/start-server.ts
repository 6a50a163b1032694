import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');
/** The first start migrates, makes keys and warms the printer up. */
const START_MS = 300_000;
const ASK_AGAIN_MS = 200;

export interface RunningServer {
  /** http://127.0.0.1:port */
  origin: string;
  stop(): Promise<void>;
}

/** The real server with the demo association in a data folder of its own, as `npm start` runs it. */
export async function startServer(): Promise<RunningServer> {
  if (!existsSync(path.join(root, 'dist/admin/index.html'))) {
    throw new Error('dist/admin is missing: run vite build -c config/admin.vite.ts first');
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'lvzheng-e2e-'));
  const port = await freePort();
  const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'development', LOG_LEVEL: 'error', DATA_DIR: folder };
  await promisify(execFile)(process.execPath, ['scripts/seed/main.ts'], { cwd: root, env });
  const child = spawn(process.execPath, ['bff/main.ts'], {
    cwd: root,
    env: { ...env, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await end(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await answers(origin, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin, stop };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function answers(origin: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const reply = await fetch(`${origin}/api/settings/public`).catch(() => null);
    if (reply?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
  throw new Error('the server did not answer in time');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
