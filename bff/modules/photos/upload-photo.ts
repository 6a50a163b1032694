import type { MemberActor } from '../../actor.ts';
import { DAY_MS, monthFolder } from '../../contract/dates.ts';
import type { PhotoUpload as UploadReply } from '../../contract/photos/replies.ts';
import { clock } from '../../platform/clock/clock.ts';
import { randomToken } from '../../platform/crypto/tokens.ts';
import { transaction } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { countAgainst } from '../../platform/kv/rate-limit.ts';
import { newFileKey, putEncrypted } from '../../platform/storage/encrypted-files.ts';
import { PhotoUpload } from './model.ts';
import { openOriginal } from './open-original.ts';
import { contextOf, removeUpload } from './photo-files.ts';
import { lawyerIdOf } from './policy.ts';

const uploads = { name: 'photo-upload', limit: 20, windowMs: 10 * 60_000 };
const TOKEN_BITS = 128;
const KEPT_MS = DAY_MS;

/**
 * Keeps an original, encrypted under a key of its own, until it is cropped and verified or a day has passed. Throws
 * `invalid_fields` with what the member can do, `too_many_requests`.
 */
export async function uploadPhoto(what: { actor: MemberActor; name: string; bytes: Buffer }): Promise<UploadReply> {
  const { actor } = what;
  const lawyerId = lawyerIdOf(actor);
  await countAgainst(uploads, String(actor.accountId));
  const { bytes, size } = await openOriginal(what.name, what.bytes);
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
