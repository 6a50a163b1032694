import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Transaction } from 'sequelize';
import { toIso } from '../../contract/dates.ts';
import { clock } from '../../platform/clock/clock.ts';
import { rowsOf, snapshot, tablesOf, type Table } from '../../platform/db/tables.ts';
import { storage } from '../../platform/storage/storage.ts';
import { ANCHORS, anchorsUntil } from '../audit/anchors.ts';
import { KNOWN_END } from '../audit/known-end.ts';
import { ENDED, isNotedAfter } from '../certificates/record/ended-notes.ts';
import {
  fileLine,
  lineOf,
  LineDigest,
  MANIFEST,
  SCHEMA_TABLE,
  tableFile,
  type Digest,
  type Manifest,
} from './backup-format.ts';

/**
 * Writes every row (one snapshot) and then every file into an empty folder; the manifest comes last, so a folder without
 * one is no backup. The server may run meanwhile: files are written before the rows that name them. Keys are not in it.
 * Throws Error when the folder holds anything.
 */
export async function backUp(folder: string): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} 不是空的`);
  await mkdir(join(folder, 'tables'));
  const takenAt = toIso(clock.now());
  const tables: Manifest['tables'] = {};
  const schema: string[] = [];
  await snapshot(async (t) => {
    for (const table of await tablesOf(t)) {
      if (table.name === SCHEMA_TABLE) schema.push(...(await readSchema(table, t)));
      else tables[table.name] = await writeTable(join(folder, tableFile(table.name)), table, t);
    }
  });
  const files = await copyFiles(folder, takenAt);
  const manifest: Manifest = { format: 1, takenAt, schema, tables, files };
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** Names of the applied migrations, in order. */
export async function readSchema(table: Table, t: Transaction): Promise<string[]> {
  const names: string[] = [];
  for await (const rows of rowsOf(table, t)) names.push(...rows.map(({ name }) => String(name)));
  return names;
}

async function writeTable(path: string, table: Table, t: Transaction): Promise<Digest> {
  const lines = new LineDigest();
  const zipped = createGzip();
  const written = finished(zipped.pipe(createWriteStream(path, { mode: 0o600 })));
  for await (const rows of rowsOf(table, t)) {
    for (const row of rows) {
      const line = lineOf(row);
      lines.add(line);
      if (!zipped.write(line)) await once(zipped, 'drain');
    }
  }
  zipped.end();
  await written;
  return lines.digest;
}

async function copyFiles(folder: string, takenAt: string): Promise<Digest> {
  const lines = new LineDigest();
  for await (const { key } of storage.list()) {
    // Of the running log: the one that is restored is shorter, and has its own once it goes on.
    if (key === KNOWN_END) continue;
    const stored = await storage.get(key);
    if (key.startsWith(`${ENDED}/`) && isNotedAfter(stored, takenAt)) continue;
    const bytes = key.startsWith(`${ANCHORS}/`) ? anchorsUntil(stored, takenAt) : stored;
    const path = join(folder, 'files', key);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes, { mode: 0o600 });
    lines.add(fileLine(key, bytes));
  }
  return lines.digest;
}
