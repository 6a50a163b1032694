/**
 * `npm start`: everything on one port, on a machine that has Node and npm and nothing else of ours. Installs and builds
 * what is missing or stale, fills a demo association on first start, then runs the server until Ctrl-C.
 * Plain JavaScript without dependencies: on the first start nothing is installed yet.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../build/build.mjs';
import { SetupFault } from '../setup/faults.mjs';
import { ensureInstalled } from '../setup/install.mjs';
import { goOnUnderPinnedNode } from '../setup/node-version.mjs';
import { refuseFullDisk, refuseTakenPort, refuseUnwritable } from '../setup/preflight.mjs';
import { root } from '../setup/processes.mjs';
import { seedDemo, startSandbox, startServer } from './parts.mjs';

const HELP = `Usage: npm start [-- --no-demo]

  --no-demo   do not fill an empty database with the demo association
Settings come from the environment (README, Configuration): PORT (3000), HOST, DATA_DIR (.data), DATABASE_URL, REDIS_URL, …`;
/** Room that the embedded database needs to begin with, MB. */
const NEEDED_MB = 100;

/** @param {string[]} args */
export async function main(args) {
  const options = { 'no-demo': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } };
  const { values } = parseArgs({ args, options });
  if (values.help) return console.log(HELP);
  const dataDir = path.resolve(root, process.env.DATA_DIR || '.data');
  const host = process.env.HOST || '127.0.0.1';
  const port = Number(process.env.PORT || 3000);
  // Before minutes of installing and building, not after them.
  await refuseTakenPort(host, port);
  if (process.env.NODE_ENV === 'production' && !process.env.PUBLIC_URL) {
    throw new SetupFault('NODE_ENV=production 时须设置 PUBLIC_URL：证明上的二维码以它开头。试用时请去掉 NODE_ENV。');
  }
  if (process.env.NODE_ENV === 'production' && !process.env.AUDIT_KEY) {
    throw new SetupFault(
      'NODE_ENV=production 时须设置 AUDIT_KEY：操作日志的密钥，32 字节的 base64。试用时请去掉 NODE_ENV。',
    );
  }
  refuseUnwritable(dataDir);
  refuseFullDisk(dataDir, NEEDED_MB);

  await ensureInstalled();
  await goOnUnderPinnedNode();
  await build(['bff', 'h5', 'admin']);

  // A third of a start is compiling what was compiled at the last one.
  process.env.NODE_COMPILE_CACHE ??= path.join(root, '.cache/compile');
  const address = process.env.PUBLIC_URL || `http://${reachable(host)}:${port}`;
  const settings = { ...process.env, ...(await startSandbox(path.join(dataDir, 'sandbox'), address)) };
  // Its passwords stand in README: never where real members sign in.
  const isReal = process.env.NODE_ENV === 'production';
  const demo = values['no-demo'] || isReal ? [] : await seedDemo(dataDir, settings);
  await startServer(settings);
  console.log(banner(address, settings.SANDBOX_URL !== undefined, demo));
}

/** How people at this machine reach a host to listen on: every address is also the loopback one. */
function reachable(host) {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/** What is where, and who may sign in. */
function banner(address, hasSandbox, demo) {
  return [
    '',
    '律证 已启动',
    `  会员端    ${address}/`,
    `  管理端    ${address}/admin`,
    `  核验      ${address}/verify`,
    ...(hasSandbox ? [`  测试环境  ${address}/sandbox（微信、微信支付、邮箱、短信）`] : []),
    ...(demo.length > 0 ? ['', '演示账号（账号 / 密码）'] : []),
    ...demo.map((account) => {
      const [login, password, label] = account.split('\t');
      return `  ${login} / ${password}  ${label}`;
    }),
    '',
    '按 Ctrl-C 停止',
    '',
  ].join('\n');
}
