/**
 * `npm start`: everything on one port, on a machine that has Node and npm and nothing else of ours. Installs and builds
 * what is missing or stale, fills a demo association on first start, then runs the server until Ctrl-C.
 * Plain JavaScript without dependencies: on the first start nothing is installed yet.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { ensureInstalled, reexecUnderPinnedNode, root, whenNpmIsGone } from './setup/install.mjs';

const HELP = `Usage: npm start [-- --no-demo]

  --no-demo   do not fill an empty database with the demo association
Settings come from the environment (README, Configuration): PORT (3000), HOST, DATA_DIR (.data), DATABASE_URL, REDIS_URL, …`;

const { values } = parseArgs({ options: { 'no-demo': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
if (values.help) {
  console.log(HELP);
  process.exit(0);
}

await ensureInstalled();
await reexecUnderPinnedNode();
const { build } = await import('./build.mjs');
await build(['bff', 'h5', 'admin']);

/** What tells that a service of which the settings begin so is configured. */
const ACCOUNT = { SMTP_: 'URL', WECHAT_: 'APPID', WECHATPAY_: 'MCHID', SMS_: 'SECRET_ID' };
const dataDir = process.env.DATA_DIR || path.join(root, '.data');
const children = [];
// A third of a start is compiling what was compiled at the last one.
process.env.NODE_COMPILE_CACHE ??= path.join(root, '.cache/compile');
const settings = { ...process.env, ...(await sandboxSettings()) };
const demo = values['no-demo'] ? [] : await seedDemo();
const server = run('dist/bff/main.js', [], { stdio: ['ignore', 'pipe', 'inherit'] });
stopTogether();
await firstAnswer();
printAddresses();

/** Starts the sandbox of outside services for those that are not configured: mail, WeChat, WeChat Pay, texts. */
async function sandboxSettings() {
  const missing = Object.keys(ACCOUNT).filter((prefix) => !process.env[`${prefix}${ACCOUNT[prefix]}`]);
  if (missing.length === 0) return {};
  const folder = path.resolve(dataDir, 'sandbox');
  const sandbox = spawn(process.execPath, ['scripts/sandbox/main.ts', '--data', folder, '--public', address()], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  children.push(sandbox);
  const { http, smtp, settings } = JSON.parse(await firstLine(sandbox.stdout));
  const all = { SMTP_URL: `smtp://127.0.0.1:${smtp}`, ...settings };
  const wanted = Object.entries(all).filter(([name]) => missing.some((prefix) => name.startsWith(prefix)));
  return { ...Object.fromEntries(wanted), SANDBOX_URL: `http://127.0.0.1:${http}` };
}

/** Fills an empty database once and answers its accounts, a line each; they are kept for later starts. */
async function seedDemo() {
  const kept = path.join(dataDir, 'demo-accounts.txt');
  if (existsSync(kept)) return readFileSync(kept, 'utf8').trim().split('\n');
  console.log('写入演示数据…');
  const seed = run('scripts/seed/main.ts', [], { stdio: ['ignore', 'pipe', 'inherit'] });
  const output = await text(seed.stdout);
  if ((await exitCode(seed)) !== 0) process.exit(1);
  const accounts = output.split('\n').filter((line) => line.includes('\t'));
  if (accounts.length > 0) writeFileSync(kept, accounts.join('\n'));
  return accounts;
}

function run(script, args, options) {
  const child = spawn(process.execPath, ['--enable-source-maps', script, ...args], {
    cwd: root,
    env: settings,
    ...options,
  });
  children.push(child);
  return child;
}

/** Lets the server's log through and resolves when it listens. */
function firstAnswer() {
  return new Promise((resolve) => {
    server.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      if (String(chunk).includes('listening')) resolve();
    });
  });
}

function exitCode(child) {
  return child.exitCode ?? new Promise((resolve) => child.on('close', resolve));
}

function firstLine(stream) {
  return new Promise((resolve) => stream.once('data', (chunk) => resolve(String(chunk).split('\n')[0])));
}

/** Ctrl-C ends the server first, which finishes what it is doing, then the sandbox. */
function stopTogether() {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGTERM'));
  whenNpmIsGone(() => server.kill('SIGTERM'));
  server.on('close', (code) => {
    for (const child of children) if (child !== server) child.kill('SIGTERM');
    process.exit(code ?? 1);
  });
}

function address() {
  return process.env.PUBLIC_URL || `http://127.0.0.1:${process.env.PORT || 3000}`;
}

function printAddresses() {
  const lines = [
    '',
    '律证 已启动',
    `  会员端    ${address()}/`,
    `  管理端    ${address()}/admin`,
    `  核验      ${address()}/verify`,
    ...(settings.SANDBOX_URL ? [`  测试环境  ${address()}/sandbox（微信、微信支付、邮箱、短信）`] : []),
    ...(demo.length > 0 ? ['', '演示账号（账号 / 密码）'] : []),
    ...demo.map((account) => {
      const [login, password, label] = account.split('\t');
      return `  ${login} / ${password}  ${label}`;
    }),
    '',
    '按 Ctrl-C 停止',
    '',
  ];
  console.log(lines.join('\n'));
}
