import type { MemberActor } from '../../actor.ts';
import { DAY_MS, monthFolder } from '../../contract/dates.ts';
import type { PhotoUpload as UploadReply } from '../../contract/photos/replies.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { randomToken } from '../../platform/crypto/tokens.ts';
import { transaction } from '../../platform/db/database.ts';
import { uprightSize } from '../../platform/image/portrait.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { countAgainst } from '../../platform/kv/rate-limit.ts';
import { log } from '../../platform/log/log.ts';
import { openFile } from '../../platform/opening/open-file.ts';
import { isPdf } from '../../platform/opening/open-pdf.ts';
import { NotOpened, type NotOpenedReason } from '../../platform/opening/opened.ts';
import { newFileKey, putEncrypted } from '../../platform/storage/encrypted-files.ts';
import { PhotoUpload } from './model.ts';
import { contextOf, removeUpload } from './photo-files.ts';
import { lawyerIdOf } from './policy.ts';

const uploads = { name: 'photo-upload', limit: 20, windowMs: 10 * 60_000 };
const TOKEN_BITS = 128;
const KEPT_MS = DAY_MS;

const UNREADABLE = '照片无法读取，请换一张 JPG 照片';
const REFUSALS: Partial<Record<NotOpenedReason, string>> = {
  heic: '这是苹果手机的 HEIC 照片。请在相机设置中选择“兼容性最佳”后重拍，或改用 JPG',
  too_many_pixels: '照片超过6000万像素，请把尺寸改小后再上传',
  truncated: '照片不完整，可能没有保存完。请重新选择',
};

/**
 * Keeps an original, encrypted under a key of its own, until it is cropped and verified or a day has passed. Throws
 * `invalid_fields` with what the member can do, `too_many_requests`.
 */
export async function uploadPhoto(what: { actor: MemberActor; name: string; bytes: Buffer }): Promise<UploadReply> {
  const { actor } = what;
  const lawyerId = lawyerIdOf(actor);
  await countAgainst(uploads, String(actor.accountId));
  const { bytes, size } = await open(what);
  const now = clock.now();
  const token = randomToken(TOKEN_BITS);
  const keySealed = newFileKey(contextOf(lawyerId));
  const storageKey = `photos/originals/${monthFolder(now)}/${token}`;
  const { accountId } = actor;
  const upload = await transaction(async (t) => {
    const row = await PhotoUpload.create(
      { token, lawyerId, accountId, storageKey, keySealed, ...size, createdAt: now },
      { transaction: t },
    );
    await enqueue('remove-photo-upload', { uploadId: row.id }, { t, runAt: now + KEPT_MS });
    return row;
  });
  // After the row: a file without one would never be removed.
  try {
    await putEncrypted({ at: storageKey, keySealed, context: contextOf(lawyerId) }, bytes);
  } catch (error) {
    await removeUpload(upload.id);
    throw error;
  }
  return { upload: token, ...size };
}

async function open({ name, bytes }: { name: string; bytes: Buffer }) {
  try {
    // Two things at once (a picture that is a document as well) nobody sends by mistake.
    if (isPdf(bytes)) throw new NotOpened('other');
    const opened = await openFile(bytes, name);
    return { bytes: opened.bytes, size: await uprightSize(opened.bytes) };
  } catch (cause) {
    if (!(cause instanceof NotOpened)) throw cause;
    log.info({ reason: cause.reason, bytes: bytes.length }, 'a photo that does not open');
    throw new AppError('invalid_fields', { fields: { file: REFUSALS[cause.reason] ?? UNREADABLE } });
  }
}
