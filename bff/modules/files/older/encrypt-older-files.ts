import { Op } from 'sequelize';
import { DAY_MS } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { log } from '../../../platform/log/log.ts';
import { readStoredFile } from '../../../platform/storage/read-stored-file.ts';
import { storage } from '../../../platform/storage/storage.ts';
import { Upload } from '../model.ts';
import { putBytes } from '../stored-bytes.ts';

/** Who read the row before still reads the file, and a copy that was being made names it. */
const KEPT_FOR_MS = DAY_MS;
/** What nothing was submitted with is removed within a day, or bound and found here the next time. */
const OLDER = { isEncrypted: false, discardedAt: null, ownerId: { [Op.not]: null } };
const SHOWN = 100;

/** Asks for uploads of earlier versions to be encrypted; every start may ask, twice at once does no harm. */
export async function scheduleEncryption(): Promise<void> {
  if (!(await Upload.findOne({ where: OLDER, attributes: ['id'] }))) return;
  await transaction((t) => enqueue('encrypt-older-files', {}, { t }));
}

/**
 * Stores every upload from before all were encrypted once more, encrypted and under another name, and has its rows (those
 * of copies too) name that one. A file that is missing is named in the log and left. May run again at any time, and after
 * a process that died: the same file is written again.
 */
export async function encryptOlderFiles(signal: AbortSignal): Promise<void> {
  const missing = new Set<string>();
  let encrypted = 0;
  for (let upload = await nextAfter(0); upload; upload = await nextAfter(upload.id)) {
    signal.throwIfAborted();
    if (missing.has(upload.storageKey)) continue;
    const bytes = await readStoredFile(upload.storageKey);
    if (!bytes) missing.add(upload.storageKey);
    else if (await encryptOne(upload, bytes)) encrypted++;
  }
  log.info({ encrypted }, 'uploads of earlier versions were encrypted');
  if (missing.size > 0) log.error({ first: [...missing].slice(0, SHOWN) }, 'uploads whose files are missing');
}

const nextAfter = (id: number) =>
  Upload.findOne({ where: { ...OLDER, id: { [Op.gt]: id } }, order: ['id'], attributes: ['id', 'storageKey'] });

/** 2026/token.pdf is token.enc.pdf once it is encrypted. */
const encryptedKey = (plain: string) => plain.replace(/\.([a-z]+)$/, '.enc.$1');
const plainKey = (encrypted: string) => encrypted.replace(/\.enc\.([a-z]+)$/, '.$1');

/** Whether its rows name the encrypted file now: they may have been discarded meanwhile. */
async function encryptOne(
  { id, storageKey: plain }: Pick<Upload, 'id' | 'storageKey'>,
  bytes: Buffer,
): Promise<boolean> {
  const named = { storageKey: encryptedKey(plain), isEncrypted: true };
  await putBytes(named, bytes);
  const isNamed = await transaction(async (t) => {
    const [rows] = await Upload.update(named, { where: { ...OLDER, storageKey: plain }, transaction: t });
    if (rows > 0) await enqueue('delete-plain-file', { uploadId: id }, { t, runAt: clock.now() + KEPT_FOR_MS });
    return rows > 0;
  });
  // Not what another process has named in between.
  if (!isNamed && (await Upload.count({ where: { storageKey: named.storageKey } })) === 0) {
    await storage.delete(named.storageKey);
  }
  return isNamed;
}

/** Deletes the file that was not encrypted, unless a copy was made of it meanwhile: that one is encrypted first. */
export async function deletePlainFile(uploadId: number): Promise<void> {
  const upload = await Upload.findByPk(uploadId);
  const plain = plainKey(upload?.storageKey ?? '');
  if (!upload || plain === upload.storageKey) return;
  if ((await Upload.count({ where: { storageKey: plain } })) === 0) await storage.delete(plain);
  else await encryptAgain(uploadId);
}

/** Has what still names the plain file encrypted, and the file looked at once more a day later. */
async function encryptAgain(uploadId: number): Promise<void> {
  await transaction(async (t) => {
    await enqueue('encrypt-older-files', {}, { t });
    await enqueue('delete-plain-file', { uploadId }, { t, runAt: clock.now() + KEPT_FOR_MS });
  });
}
