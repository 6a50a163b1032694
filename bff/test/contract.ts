import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Endpoint } from '../contract/endpoint.ts';

/** Every endpoint that the contract declares, whatever the subject, by its name. */
export async function readContract(): Promise<Map<string, Endpoint>> {
  const folder = join(import.meta.dirname, '../contract');
  const found = new Map<string, Endpoint>();
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith('/endpoints.ts')) continue;
    const module = (await import(join(folder, file))) as Record<string, unknown>;
    for (const table of Object.values(module)) {
      if (typeof table !== 'object' || table === null) continue;
      for (const [name, endpoint] of Object.entries(table)) found.set(name, endpoint as Endpoint);
    }
  }
  return found;
}
