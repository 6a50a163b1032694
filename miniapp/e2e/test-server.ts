import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startMailCatcher, startSandbox } from '../../scripts/sandbox/start.mjs';

/** A server of one's own with the demo association, as members meet it. */
export interface TestServer {
  origin: string;
  /** What WeChat hands the client of one of its users (scripts/sandbox). */
  wechatCode(kind: 'login' | 'phone', person: string): Promise<string>;
  /** The code of the text that arrives next. */
  textedCode(): Promise<string>;
  /** What somebody does at WeChat: pays, allows a message (scripts/sandbox/commands.ts). */
  command(name: string, fields: object): Promise<unknown>;
  stop(): Promise<void>;
}

const START_MS = 300_000;

/** What a server of the tests is told besides its ports. */
const QUIET = {
  NODE_ENV: 'development',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'warn',
  DATABASE_URL: '',
  REDIS_URL: '',
};
const sandboxOf = (dataDir: string) => path.join(dataDir, 'sandbox');

export async function startServer(): Promise<TestServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'lvzheng-e2e-'));
  cpSync(await demoAssociation(), dataDir, { recursive: true });
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const folder = sandboxOf(dataDir);
  const sandbox = await startSandbox({ folder, port: 0, publicUrl: origin });
  const mail = await startMailCatcher(path.join(folder, 'mail'), 0);
  const env = {
    ...process.env,
    ...sandbox.settings,
    ...QUIET,
    SANDBOX_URL: sandbox.url,
    SMTP_URL: `smtp://127.0.0.1:${(mail.address() as AddressInfo).port}`,
    PORT: String(port),
    DATA_DIR: dataDir,
  };
  const stopped: (() => unknown)[] = [
    () => sandbox.close(),
    () => void mail.close(),
    () => rmSync(dataDir, { recursive: true, force: true }),
  ];
  const stop = async () => {
    for (const part of stopped) await part();
  };
  try {
    const server = run('bff/main.ts', env);
    stopped.unshift(() => end(server));
    await answers(`${origin}/api/settings/public`, server);
  } catch (fault) {
    // What is left listening would keep the run from ending.
    await stop();
    throw fault;
  }
  const command = async (name: string, fields: object): Promise<unknown> => {
    const body = JSON.stringify(fields);
    const answer = await fetch(`${sandbox.url}/sandbox/commands/${name}`, { method: 'POST', body });
    if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    origin,
    command,
    wechatCode: async (kind, person) => ((await command('code', { kind, person })) as { code: string }).code,
    async textedCode() {
      const until = Date.now() + START_MS;
      while (Date.now() < until) {
        const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as { texts: { params: string[] }[] };
        const code = state.texts[0]?.params[0];
        if (code) return code;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error('no text arrived');
    },
    stop,
  };
}

/**
 * Folder of the demo association as a first start writes it, keys of the sandbox included: written once a run of tests, and
 * copied for every server.
 */
async function demoAssociation(): Promise<string> {
  const folder = process.env['TEST_DIR'];
  if (!folder) throw new Error('TEST_DIR is set by config/jest/start-sqlite.ts');
  const made = path.join(folder, 'demo-association');
  if (existsSync(made)) return made;
  const dataDir = mkdtempSync(`${made}-`);
  const sandbox = await startSandbox({ folder: sandboxOf(dataDir), port: 0 });
  try {
    const env = { ...process.env, ...sandbox.settings, ...QUIET, DATA_DIR: dataDir };
    await ended(run('scripts/seed/main.ts', env), 'seeding the demo association');
  } finally {
    await sandbox.close();
  }
  // Another worker may have been as quick; whole, either is as good.
  if (!existsSync(made)) renameSync(dataDir, made);
  return made;
}

interface Running {
  child: ChildProcess;
  /** The end of what it has said. */
  said: string;
}

function run(script: string, env: NodeJS.ProcessEnv): Running {
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const running: Running = { child, said: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (running.said = `${running.said}${chunk.toString()}`.slice(-2_000)));
  return running;
}

const hasEnded = ({ child }: Running) => child.exitCode !== null || child.signalCode !== null;
const endOf = ({ child, said }: Running, what: string) =>
  new Error(`${what} ended with ${child.exitCode ?? child.signalCode}: ${said}`);

async function ended(running: Running, what: string): Promise<void> {
  if (!hasEnded(running)) await once(running.child, 'exit');
  if (running.child.exitCode !== 0) throw endOf(running, what);
}

async function end(running: Running): Promise<void> {
  if (hasEnded(running)) return;
  running.child.kill('SIGTERM');
  await once(running.child, 'exit');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function answers(url: string, server: Running): Promise<void> {
  const until = Date.now() + START_MS;
  for (;;) {
    const isUp = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    if (hasEnded(server)) throw endOf(server, 'the server');
    if (Date.now() > until) throw new Error('the server did not start in time');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
