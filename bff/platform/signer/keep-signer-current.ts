import { stat } from 'node:fs/promises';
import { env } from '../../env.ts';
import { log } from '../log/log.ts';
import { startSigner } from './signer.ts';

/** How long a replaced certificate may go unnoticed, ms. */
const EVERY_MS = 30_000;

/** Reads key and certificates again when a file of theirs was replaced, until stopped: what waits is signed without a restart. */
export function keepSignerCurrent(): { stop(): void } {
  let seen = stamps();
  const timer = setInterval(() => {
    seen = seen.then(async (before) => {
      const now = await stamps();
      if (now === before) return before;
      try {
        await startSigner();
        log.info('the files of the signing certificate have changed and were read again');
        return now;
      } catch (error) {
        // Half of a replacement, perhaps: the one in use goes on, and this is tried again.
        log.error({ err: error }, 'the new signing certificate cannot be used');
        return before;
      }
    });
  }, EVERY_MS);
  return { stop: () => clearInterval(timer) };
}

async function stamps(): Promise<string> {
  const files = [
    env.SIGNER_KEY_FILE,
    env.SIGNER_CERT_FILE,
    env.SIGNER_CHAIN_FILE,
    env.SIGNER_FORMER_FILE,
    env.SIGNER_TRUSTED_CA_FILE,
  ];
  const times = files.map(async (file) => {
    const found = file ? await stat(file).catch(() => null) : null;
    return found ? `${found.ino}:${found.mtimeMs}:${found.size}` : '';
  });
  return (await Promise.all(times)).join(' ');
}
