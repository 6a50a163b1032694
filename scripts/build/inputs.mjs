import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Tests, their doubles and end-to-end tests end up in no build. */
const NOT_BUILT = /(^|\/)(test|e2e)\/|\.test\.tsx?$/;

/**
 * A hash of the content of the given files and folders, tests left out: the same content, the same hash.
 * @param {string} root
 * @param {string[]} paths
 * @param {(file: string) => string} [hashOf] of one file
 * @returns {string}
 */
export function hashInputs(root, paths, hashOf = hashFile) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesOf(root, path)).sort()) {
    if (!NOT_BUILT.test(file)) hash.update(`${file}\0`).update(Buffer.from(hashOf(join(root, file)), 'hex'));
  }
  return hash.digest('hex');
}

const hashFile = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

/**
 * Hashes of files that are read again only when they have been written since: what was read is kept in `store`, which may be
 * deleted at any time.
 * @param {string} store
 * @returns {{ hashOf: (file: string) => string, keep: () => void }}
 */
export function openHashes(store) {
  const known = readKnown(store);
  let isChanged = false;
  return {
    hashOf(file) {
      const { size, mtimeMs, ctimeMs } = statSync(file);
      // The last is the system's own word: nobody sets it back.
      const written = `${size} ${mtimeMs} ${ctimeMs}`;
      if (known[file]?.written !== written) {
        known[file] = { written, hash: hashFile(file) };
        isChanged = true;
      }
      return known[file].hash;
    },
    keep() {
      if (!isChanged) return;
      mkdirSync(dirname(store), { recursive: true });
      writeFileSync(store, JSON.stringify(known));
    },
  };
}

function readKnown(store) {
  try {
    return JSON.parse(readFileSync(store, 'utf8'));
  } catch {
    return {};
  }
}

function filesOf(root, path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
