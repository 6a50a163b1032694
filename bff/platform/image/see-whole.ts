import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { log } from '../log/log.ts';
import { NotOpened } from '../opening/opened.ts';
import { decodeSmall, type Decoded } from './decode-small.ts';
import { pictureOf, SECONDS } from './picture.ts';
import { inTurn } from './turns.ts';

/** What the decoder of JPEG says of a picture whose data end before its last line; it draws grey from there on. */
const ENDS_EARLY = /premature end/i;

/**
 * Whether all of a picture is there, to its last line: one that was cut off and closed again is not. Decoded beside the
 * server's thread, two at once. Throws NotOpened `truncated` or `damaged`, AppError `too_many_requests` when the line is
 * too long.
 */
export async function seeWhole(bytes: Buffer): Promise<void> {
  await inTurn(async () => {
    try {
      await decodeSmall(pictureOf(bytes, 'warning'));
    } catch {
      await lookCloser(bytes);
    }
  });
}

/**
 * What is wrong with the few that are not read without a word. In a process of its own: the words of several pictures that
 * are decoded at once in one process get mixed up. Rejects when the machine has no room for that process.
 */
async function lookCloser(bytes: Buffer): Promise<void> {
  // Beside this file, as source or as built.
  const source = new URL(`./decode-small.process${extname(import.meta.filename)}`, import.meta.url);
  const child = spawn(process.execPath, [fileURLToPath(source)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: SECONDS * 1_000,
    killSignal: 'SIGKILL',
  });
  // Whoever does not read it to its end says so by its answer.
  child.stdin.on('error', () => undefined).end(bytes);
  await once(child, 'spawn');
  child.on('error', (error) => log.warn({ err: error }, 'the process that looks at a picture cannot be ended'));
  const answer = await text(child.stdout);
  const { warnings } = answer === '' ? { warnings: null } : (JSON.parse(answer) as Decoded);
  if (warnings === null) throw new NotOpened('damaged');
  if (warnings.some((warning) => ENDS_EARLY.test(warning))) throw new NotOpened('truncated');
}
