import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { faultFrom } from '../setup/faults.mjs';
import { capture, root, whenNpmIsGone, withProgress } from '../setup/processes.mjs';

/** What tells that a service of which the settings begin so is configured. */
const ACCOUNT = {
  SMTP_: 'URL',
  WECHAT_: 'APPID',
  WECHATPAY_: 'MCHID',
  SMS_: 'SECRET_ID',
  FACE_: 'SECRET_ID',
  OIDC_: 'ISSUER',
};
/** What ends with the server. */
const children = [];

/**
 * Starts the sandbox of outside services for those that are not configured (mail, WeChat, WeChat Pay, texts, 会员中心) and
 * resolves with the settings by which the server finds them.
 * @param {string} folder where it keeps what happened
 * @param {string} address of the server, as people open it
 * @returns {Promise<Record<string, string>>}
 */
export async function startSandbox(folder, address) {
  const missing = Object.keys(ACCOUNT).filter((prefix) => !process.env[`${prefix}${ACCOUNT[prefix]}`]);
  // In production the server refuses a sandbox, and rightly.
  if (missing.length === 0 || process.env.NODE_ENV === 'production') return {};
  const sandbox = spawn(process.execPath, ['scripts/sandbox/main.ts', '--data', folder, '--public', address], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(sandbox);
  const { http, smtp, settings } = JSON.parse(await firstLine(sandbox));
  const all = { SMTP_URL: `smtp://127.0.0.1:${smtp}`, ...settings };
  const wanted = Object.entries(all).filter(([name]) => missing.some((prefix) => name.startsWith(prefix)));
  return { ...Object.fromEntries(wanted), SANDBOX_URL: `http://127.0.0.1:${http}` };
}

/**
 * Fills an empty database once and resolves with its accounts, a line each; they are kept for later starts.
 * @param {string} dataDir
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string[]>}
 */
export async function seedDemo(dataDir, env) {
  const kept = path.join(dataDir, 'demo-accounts.txt');
  if (existsSync(kept)) return readFileSync(kept, 'utf8').trim().split('\n');
  const output = await withProgress('写入演示数据', async () => {
    const script = ['--enable-source-maps', 'scripts/seed/main.ts', '--tickets'];
    const seed = await capture([process.execPath, ...script], { env });
    if (seed.code === 0) return seed.output;
    stopAll();
    throw faultFrom('写入演示数据', seed.output);
  });
  const accounts = output.split('\n').filter((line) => line.includes('\t'));
  if (accounts.length > 0) writeFileSync(kept, accounts.join('\n'));
  return accounts;
}

/**
 * Starts the server, lets its log through and resolves when it listens. Ctrl-C ends it first, which finishes what it is
 * doing, then the rest; when it ends by itself this process ends with its exit code.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<void>}
 */
export function startServer(env) {
  const server = spawn(process.execPath, ['--enable-source-maps', 'dist/bff/main.js'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => server.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
  whenNpmIsGone(stop);
  server.on('close', (code) => {
    stopAll();
    process.exit(code ?? 1);
  });
  return new Promise((resolve) => {
    server.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      if (String(chunk).includes('listening')) resolve();
    });
  });
}

/**
 * Starts what runs beside the server and ends with it: a client's own server that reloads it. Lets what it says through.
 * @param {string[]} program what Node runs
 * @param {NodeJS.ProcessEnv} env
 */
export function startBeside(program, env) {
  const child = spawn(process.execPath, program, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  // They keep nothing, and Taro's goes on compiling when it is asked to end.
  children.push({ kill: () => child.kill('SIGKILL') });
}

/** Ends the sandbox and whatever was started beside. */
export function stopAll() {
  for (const child of children) child.kill('SIGTERM');
}

/** The first line that a child prints; a child that ends without one has failed. */
function firstLine(child) {
  let errors = '';
  const keep = (chunk) => (errors += chunk);
  child.stderr.on('data', keep);
  return new Promise((resolve, reject) => {
    child.stdout.once('data', (chunk) => {
      child.stderr.off('data', keep).pipe(process.stderr);
      resolve(String(chunk).split('\n')[0]);
    });
    child.once('close', () => reject(faultFrom('启动测试环境', errors)));
  });
}
