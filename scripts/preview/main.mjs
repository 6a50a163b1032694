/** `npm run preview`: every template of bff/templates with its sample, drawn again after every edit. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { keepRunning } from '../develop/keep-running.mjs';
import { ensureInstalled } from '../setup/install.mjs';
import { goOnUnderPinnedNode } from '../setup/node-version.mjs';
import { refuseTakenPort } from '../setup/preflight.mjs';
import { root } from '../setup/processes.mjs';

const HELP = `Usage: npm run preview

Shows letters, forms, labels, pages and mails at http://127.0.0.1:5175, each with the sample beside its template
(bff/templates/…/sample.json), and draws them again when a template, its sample or its program changes.`;

const HOST = '127.0.0.1';
const PORT = 5175;

/** @param {string[]} args */
export async function main(args) {
  const { values } = parseArgs({ args, options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) return console.log(HELP);
  await refuseTakenPort(HOST, PORT);
  await ensureInstalled();
  await goOnUnderPinnedNode();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
  process.env.NODE_COMPILE_CACHE ??= path.join(root, '.cache/compile');
  await keepRunning('scripts/preview/serve.ts', { ...process.env, HOST, PORT: String(PORT) });
}
