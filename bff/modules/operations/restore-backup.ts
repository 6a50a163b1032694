import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Transaction } from 'sequelize';
import { migrate } from '../../platform/db/migrate.ts';
import { fill, insertRows, rowsOf, snapshot, tablesOf, type Row } from '../../platform/db/tables.ts';
import { storage } from '../../platform/storage/storage.ts';
import { fileLine, readSchema } from './back-up.ts';
import { lineOf, LineDigest, MANIFEST, SCHEMA_TABLE, tableFile, type Manifest } from './backup-format.ts';

const BATCH = 200;

/**
 * Fills an empty database and store from a backup, then reads everything again and compares it with the manifest. Any
 * engine may be restored from a backup of the other. Throws Error, and leaves the database empty, when it is not empty,
 * when the schema is another version's, or when the backup is damaged.
 */
export async function restoreBackup(folder: string): Promise<Manifest> {
  const manifest = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as Manifest;
  await migrate();
  await fill(async (t) => {
    await assertEmpty(manifest, t);
    for (const [table, { count, sha256 }] of Object.entries(manifest.tables)) {
      const { digest } = await readInto(table, join(folder, tableFile(table)), t);
      if (digest.count !== count || digest.sha256 !== sha256) throw new Error(`${tableFile(table)} is damaged`);
    }
  });
  const files = await copyBack(join(folder, 'files'));
  if (files.digest.sha256 !== manifest.files.sha256) throw new Error('the files are not those of the backup');
  await assertSame(manifest);
  return manifest;
}

async function assertEmpty({ schema }: Manifest, t: Transaction): Promise<void> {
  for (const table of await tablesOf(t)) {
    if (table.name === SCHEMA_TABLE) {
      const ours = await readSchema(table, t);
      if (ours.join() !== schema.join()) {
        throw new Error('the backup is of another version of the schema: restore it with that version, then upgrade');
      }
    } else {
      for await (const rows of rowsOf(table, t)) {
        if (rows.length > 0) throw new Error(`the database is not empty: ${table.name} has rows`);
      }
    }
  }
}

async function readInto(table: string, path: string, t: Transaction): Promise<LineDigest> {
  const lines = new LineDigest();
  let rows: Row[] = [];
  for await (const text of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
    const row = JSON.parse(text) as Row;
    lines.add(lineOf(row));
    rows.push(row);
    if (rows.length < BATCH) continue;
    await insertRows(table, rows, t);
    rows = [];
  }
  if (rows.length > 0) await insertRows(table, rows, t);
  return lines;
}

async function copyBack(folder: string): Promise<LineDigest> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths) await storage.put(keyOf(folder, path), await readFile(path));
  const lines = new LineDigest();
  for await (const { key } of storage.list()) lines.add(fileLine(key, await storage.get(key)));
  return lines;
}

const keyOf = (folder: string, path: string) => relative(folder, path).split(sep).join('/');

async function assertSame(manifest: Manifest): Promise<void> {
  await snapshot(async (t) => {
    for (const table of await tablesOf(t)) {
      if (table.name === SCHEMA_TABLE) continue;
      const lines = new LineDigest();
      for await (const rows of rowsOf(table, t)) for (const row of rows) lines.add(lineOf(row));
      if (lines.digest.sha256 !== manifest.tables[table.name]?.sha256) {
        throw new Error(`${table.name} is not what the backup holds`);
      }
    }
  });
}
