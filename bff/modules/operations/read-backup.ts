import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { createDiskStorage } from '../../platform/storage/disk-storage.ts';
import type { Storage } from '../../platform/storage/storage.ts';
import { fileLine, LineDigest, MANIFEST, tableFile, type Digest, type Manifest } from './backup-format.ts';

const digest = z.object({ count: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const manifestShape = z.object({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  schema: z.array(z.string()),
  // They become part of SQL and of paths.
  tables: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), digest),
  files: digest,
}) satisfies z.ZodType<Manifest>;

/** A backup that has been read once, every byte of it. */
export interface Backup {
  manifest: Manifest;
  /** The rows of a table, one line each, without the line's end. */
  linesOf(table: string): AsyncGenerator<string>;
  files: Storage;
}

/** Opens a backup and reads all of it. Throws Error when anything is missing or not what was written. */
export async function readBackup(folder: string): Promise<Backup> {
  const manifest = await readManifest(folder);
  const linesOf = (table: string) => linesIn(join(folder, tableFile(table)));
  for (const [table, written] of Object.entries(manifest.tables)) {
    const found = await digestOfLines(linesOf(table)).catch((cause: unknown) => damaged(tableFile(table), cause));
    if (!isSame(found, written)) damaged(tableFile(table));
  }
  const files = createDiskStorage(join(folder, 'files'));
  if (!isSame(await digestOfFiles(files, files), manifest.files)) throw new Error('备份中的文件与清单不符');
  return { manifest, linesOf, files };
}

/** Counts and hashes the files that `listed` names as `read` has them. */
export async function digestOfFiles(listed: Storage, read: Storage): Promise<Digest> {
  const lines = new LineDigest();
  for await (const { key } of listed.list()) lines.add(fileLine(key, await read.get(key)));
  return lines.digest;
}

/** Whether there are as many lines, and the same. */
export const isSame = (found: Digest, written: Digest | undefined): boolean =>
  found.count === written?.count && found.sha256 === written.sha256;

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((cause: unknown) => {
    throw new Error(`${folder} 不是备份：没有 ${MANIFEST}`, { cause });
  });
  try {
    return manifestShape.parse(JSON.parse(text));
  } catch (cause) {
    return damaged(MANIFEST, cause);
  }
}

function damaged(file: string, cause?: unknown): never {
  throw new Error(`${file} 已损坏`, { cause });
}

async function digestOfLines(lines: AsyncIterable<string>): Promise<Digest> {
  const passed = new LineDigest();
  for await (const line of lines) passed.add(`${line}\n`);
  return passed.digest;
}

async function* linesIn(path: string): AsyncGenerator<string> {
  const unzipped = createGunzip().setEncoding('utf8');
  // What breaks on the way breaks the loop below.
  pipeline(createReadStream(path), unzipped, () => undefined);
  let rest = '';
  // Not readline: it would end a line at U+2028, too, which JSON leaves as it is.
  for await (const chunk of unzipped as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') throw new Error('the last line breaks off');
}
