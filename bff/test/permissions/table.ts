import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './row.ts';

const MODULES = join(import.meta.dirname, '../../modules');

/** Every endpoint's row, by the endpoint's name; each module keeps those of its own in its `permissions.ts`. */
export const TABLE: Record<string, Row> = {};

for (const file of readdirSync(MODULES, { recursive: true, encoding: 'utf8' }).sort()) {
  if (!file.endsWith('/permissions.ts')) continue;
  const { PERMISSIONS } = (await import(join(MODULES, file))) as { PERMISSIONS: Record<string, Row> };
  for (const [name, row] of Object.entries(PERMISSIONS)) {
    if (TABLE[name]) throw new Error(`${name} has two rows`);
    TABLE[name] = row;
  }
}
