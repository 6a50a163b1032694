import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The repository's root: the nearest package.json named lvzheng, so that bff/ and dist/bff/ find the same assets. */
export const root = findRoot(import.meta.dirname);

function findRoot(directory: string): string {
  if (isRoot(directory)) return directory;
  const parent = dirname(directory);
  if (parent === directory) throw new Error(`no package.json of lvzheng above ${import.meta.dirname}`);
  return findRoot(parent);
}

function isRoot(directory: string): boolean {
  try {
    const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as { name?: string };
    return manifest.name === 'lvzheng';
  } catch {
    return false;
  }
}
