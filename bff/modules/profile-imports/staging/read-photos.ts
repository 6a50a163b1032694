import { posix } from 'node:path';
import { MAX_PHOTO_BYTES } from '../../../contract/photos/limits.ts';
import { AppError } from '../../../errors.ts';
import { log } from '../../../platform/log/log.ts';
import { LIMITS } from '../../../platform/xlsx/thread.ts';
import { unpack, NotZip, type Parts } from '../../../platform/zip/unpack.ts';

/** A picture of a ZIP. `fault`: why it is not looked at; `bytes` are empty then. */
export interface ZippedPhoto {
  fileName: string;
  licenceNo: string;
  bytes: Buffer;
  fault: string;
}

/** What systems put into archives by themselves. */
const UNSEEN = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;
/** A picture is called by the licence number of its lawyer; folders around it do not matter. */
const NAMED = /^(\d{17})\.(?:jpe?g|png)$/i;

/**
 * The pictures of a ZIP, one in memory at a time, with the limits that workbooks have: what its directory says of sizes is
 * not believed. Throws `invalid_fields` on `file`.
 */
export async function* readPhotos(file: Buffer): AsyncGenerator<ZippedPhoto> {
  const parts = await attempt(() => unpack(file, LIMITS.unpackedBytes));
  for (const name of parts.names.filter((one) => !UNSEEN.test(one))) {
    const fileName = [...posix.basename(name.replaceAll('\\', '/'))].slice(0, 80).join('');
    const [, licenceNo] = NAMED.exec(fileName) ?? [];
    const nothing = { fileName, licenceNo: licenceNo ?? '', bytes: Buffer.alloc(0) };
    if (licenceNo === undefined) yield { ...nothing, fault: '文件名应为17位执业证号，格式为 JPG 或 PNG' };
    else {
      const bytes = await attempt(() => bytesOf(parts, name));
      yield bytes ? { ...nothing, bytes, fault: '' } : { ...nothing, fault: '照片不能超过15 MB' };
    }
  }
}

/** null: it is larger than any photo may be. */
async function bytesOf(parts: Parts, name: string): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of parts.read(name)) {
    size += chunk.length;
    if (size > MAX_PHOTO_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const WORDS = {
  too_large: '压缩包展开后过大，请分成几个再上传',
  unreadable: '无法读取该压缩包，请用 ZIP 格式重新压缩，不设密码',
} as const;

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NotZip)) log.info({ err: error }, 'a ZIP of photos that cannot be read');
    const words = error instanceof NotZip ? WORDS[error.reason] : WORDS.unreadable;
    throw new AppError('invalid_fields', { fields: { file: words } });
  }
}
