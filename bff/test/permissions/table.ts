import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Row } from './row.ts';

const MODULES = join(import.meta.dirname, '../../modules');

/** Every endpoint's row, by the endpoint's name; each module keeps those of its own in its `permissions.ts`. */
export const TABLE = await collect();

async function collect(): Promise<Record<string, Row>> {
  const table: Record<string, Row> = {};
  for (const file of (await readdir(MODULES, { recursive: true })).sort()) {
    if (!file.endsWith('/permissions.ts')) continue;
    const { PERMISSIONS } = (await import(join(MODULES, file))) as { PERMISSIONS: Record<string, Row> };
    for (const [name, row] of Object.entries(PERMISSIONS)) {
      if (table[name]) throw new Error(`${name} has two rows`);
      table[name] = row;
    }
  }
  return table;
}
