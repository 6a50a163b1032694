/**
 * `npm run dev`: the server from its sources, started anew after every edit, and both clients from servers of their own
 * that reload what changed. The same data, sandbox and demo accounts as `npm start`; nothing is built into dist/.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from '../setup/install.mjs';
import { goOnUnderPinnedNode } from '../setup/node-version.mjs';
import { refuseTakenPort } from '../setup/preflight.mjs';
import { root } from '../setup/processes.mjs';
import { seedDemo, startBeside, startSandbox, stopAll } from '../start/parts.mjs';
import { keepRunning } from './keep-running.mjs';

const HELP = `Usage: npm run dev

Runs the server at http://127.0.0.1:3000 from bff/, again after every edit; the members' client at :10086 and the
staff's at :5174, both reload what changed. Settings as for npm start; what changes a client's build settings
(config/) needs another start.`;

const HOST = '127.0.0.1';
/** Where the clients' own servers look for the API (config/dev.ts, config/admin.vite.ts). */
const PORT = 3000;
/** Where the clients' own servers listen. */
const MEMBERS = 10086;
const STAFF = 5174;

/** @param {string[]} args */
export async function main(args) {
  const { values } = parseArgs({ args, options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) return console.log(HELP);
  for (const port of [PORT, MEMBERS, STAFF]) await refuseTakenPort(HOST, port);
  await ensureInstalled();
  await goOnUnderPinnedNode();
  process.env.NODE_COMPILE_CACHE ??= path.join(root, '.cache/compile');
  const dataDir = path.resolve(root, process.env.DATA_DIR || '.data');
  const address = `http://${HOST}:${PORT}`;
  const sandbox = await startSandbox(path.join(dataDir, 'sandbox'), address);
  const settings = { ...process.env, HOST, PORT: String(PORT), ...sandbox };
  await seedDemo(dataDir, settings);
  startBeside(['node_modules/vite/bin/vite.js', '--config', 'config/admin.vite.ts'], process.env);
  startBeside(['node_modules/@tarojs/cli/bin/taro', 'build', '--type', 'h5', '--watch'], process.env);
  console.log(
    `\n会员端 http://${HOST}:${MEMBERS}/   管理端 http://${HOST}:${STAFF}/admin/   测试环境 ${address}/sandbox\n`,
  );
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
  process.on('exit', stopAll);
  await keepRunning('bff/main.ts', settings);
}
