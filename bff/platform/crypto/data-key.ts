import { createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '../../env.ts';
import { keepsState } from '../singletons.ts';

const KEY_BYTES = 32;
let dataKey: Buffer | undefined;
const subkeys = new Map<string, KeyObject>();
keepsState(() => {
  dataKey = undefined;
  subkeys.clear();
});

/** The key for one purpose, derived from DATA_KEY by HKDF-SHA256: what one leaks does not open the others. */
export function subkey(purpose: string): KeyObject {
  const known = subkeys.get(purpose);
  if (known) return known;
  dataKey ??= env.DATA_KEY ? Buffer.from(env.DATA_KEY, 'base64') : keyFromFile(join(env.DATA_DIR, 'keys'));
  // As a key object: made from bytes anew for each use, the key costs more than what is done with it.
  const derived = createSecretKey(Buffer.from(hkdfSync('sha256', dataKey, '', `lvzheng ${purpose}`, KEY_BYTES)));
  subkeys.set(purpose, derived);
  return derived;
}

/** Reads a key of 32 bytes in `folder`, or makes it, readable by its owner alone. Processes that race get the same key. */
export function keyFromFile(folder: string, name = 'data.key'): Buffer {
  const file = join(folder, name);
  try {
    return readKey(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${name}.${process.pid}.${randomBytes(4).toString('hex')}`);
  writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file); // appears whole, and only if no other process was first
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readKey(file);
}

function readKey(file: string): Buffer {
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== KEY_BYTES) throw new Error(`${file} is damaged: it must hold ${KEY_BYTES} bytes in base64`);
  chmodSync(file, 0o600);
  return key;
}
