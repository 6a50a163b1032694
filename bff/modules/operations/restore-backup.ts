import type { Transaction } from 'sequelize';
import { migrate, migrationNames } from '../../platform/db/migrate.ts';
import { fill, insertRows, rowsOf, snapshot, tablesOf, type Row } from '../../platform/db/tables.ts';
import { storage } from '../../platform/storage/storage.ts';
import { readSchema } from './back-up.ts';
import { lineOf, LineDigest, SCHEMA_TABLE, type Manifest } from './backup-format.ts';
import { digestOfFiles, isSame, readBackup, type Backup } from './read-backup.ts';

const BATCH = 200;

/**
 * Fills an empty database and store from a backup, and reads everything again before the rows are committed. Any engine
 * may be restored from a backup of the other. The backup is read whole before the first byte is written. Throws Error
 * when it is damaged or of another version of the schema, when database or store are not empty, or when `signal` says
 * so; database and store are then as they were: empty, tables apart.
 */
export async function restoreBackup(folder: string, signal?: AbortSignal): Promise<Manifest> {
  const backup = await readBackup(folder);
  const { manifest } = backup;
  assertVersion(manifest, await migrationNames());
  for await (const { key } of storage.list()) throw new Error(`文件存储不是空的：已有 ${key}`);
  await migrate();
  await snapshot((t) => assertEmpty(manifest, t));
  const written: string[] = [];
  try {
    for await (const { key } of backup.files.list()) {
      signal?.throwIfAborted();
      written.push(key);
      await storage.put(key, await backup.files.get(key));
    }
    const found = await digestOfFiles(backup.files, storage);
    if (!isSame(found, manifest.files)) throw new Error('写入的文件与备份不符');
    await fill((t) => fillTables(backup, t, signal));
  } catch (error) {
    for (const key of written) await storage.delete(key);
    throw error;
  }
  return manifest;
}

function assertVersion({ schema }: Manifest, ours: string[]): void {
  if (ours.join() === schema.join()) return;
  throw new Error('备份出自另一个版本的数据库结构：请用备份时的程序版本恢复，再升级');
}

async function assertEmpty(manifest: Manifest, t: Transaction): Promise<void> {
  for (const table of await tablesOf(t)) {
    if (table.name === SCHEMA_TABLE) {
      assertVersion(manifest, await readSchema(table, t));
    } else {
      for await (const rows of rowsOf(table, t)) {
        if (rows.length > 0) throw new Error(`数据库不是空的：${table.name} 中已有记录`);
      }
    }
  }
}

async function fillTables({ manifest, linesOf }: Backup, t: Transaction, signal: AbortSignal | undefined) {
  await assertEmpty(manifest, t);
  for (const table of Object.keys(manifest.tables)) {
    let rows: Row[] = [];
    for await (const line of linesOf(table)) {
      signal?.throwIfAborted();
      if (rows.push(JSON.parse(line) as Row) < BATCH) continue;
      await insertRows(table, rows, t);
      rows = [];
    }
    if (rows.length > 0) await insertRows(table, rows, t);
  }
  await assertSame(manifest, t);
}

async function assertSame(manifest: Manifest, t: Transaction): Promise<void> {
  for (const table of await tablesOf(t)) {
    if (table.name === SCHEMA_TABLE) continue;
    const lines = new LineDigest();
    for await (const rows of rowsOf(table, t)) for (const row of rows) lines.add(lineOf(row));
    if (!isSame(lines.digest, manifest.tables[table.name])) throw new Error(`写入的 ${table.name} 与备份不符`);
  }
}
