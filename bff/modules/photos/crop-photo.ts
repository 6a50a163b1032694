import type { MemberActor } from '../../actor.ts';
import { faultOfCrop } from '../../contract/photos/crop.ts';
import { PHOTO_FINDINGS } from '../../contract/photos/enums.ts';
import { PORTRAIT, THUMBNAIL } from '../../contract/photos/limits.ts';
import type { CropPhotoParsed } from '../../contract/photos/schemas.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { measure } from '../../platform/image/figures.ts';
import { cutOut, toJpeg, toThumbnail } from '../../platform/image/portrait.ts';
import { countAgainst } from '../../platform/kv/rate-limit.ts';
import { log } from '../../platform/log/log.ts';
import { NotOpened } from '../../platform/opening/opened.ts';
import { lockLawyer } from '../registry/lawyers/match-identity.ts';
import { NEW_PORTRAIT, Photo, PhotoUpload } from './model.ts';
import { discard, originalOf, storePortrait } from './photo-files.ts';
import { lawyerIdOf } from './policy.ts';
import { judgePhoto, stopping } from './rules.ts';
import { readPhotoSettings } from './settings.ts';

/** Each costs a tenth of a second of a core. */
const crops = { name: 'photo-crop', limit: 40, windowMs: 10 * 60_000 };

const FAULTS = {
  invalid: '裁剪范围无效，请重新裁剪',
  small: '裁剪框内的人像像素不足，请靠近重拍或选择更大的照片',
} as const;

/**
 * Cuts the portrait out of an upload, checks it, and keeps it as the lawyer's draft in place of an earlier one. Throws
 * `invalid_fields` on `upload`, `crop`, or `photo` with the strongest reason: then the member may insist, and staff look
 * at it; `too_many_requests`.
 */
export async function cropPhoto({ actor, input }: { actor: MemberActor; input: CropPhotoParsed }): Promise<void> {
  const lawyerId = lawyerIdOf(actor);
  const upload = await PhotoUpload.findOne({ where: { token: input.upload, lawyerId } });
  if (!upload) throw fault('upload', '照片已失效，请重新选择');
  const wrong = faultOfCrop(input.crop, upload);
  if (wrong) throw fault('crop', FAULTS[wrong]);
  await countAgainst(crops, String(actor.accountId));
  const pixels = await cut(upload, input);
  const figures = await measure(pixels);
  const findings = judgePhoto(figures, await readPhotoSettings());
  const [strongest] = stopping(findings);
  if (strongest && !input.insists) throw fault('photo', PHOTO_FINDINGS[strongest].words);

  const portrait = { jpeg: await toJpeg(pixels), thumbnail: await toThumbnail(pixels, THUMBNAIL) };
  const stored = await storePortrait(lawyerId, portrait);
  await transaction(async (t) => {
    await lockLawyer(lawyerId, t);
    const slot = `draft:${lawyerId}`;
    const earlier = await Photo.findOne({ where: { slot }, transaction: t });
    if (earlier) await discard(earlier, t);
    await Photo.create(
      {
        ...NEW_PORTRAIT,
        ...stored,
        lawyerId,
        slot,
        figures,
        findings,
        isInsistedOn: strongest !== undefined,
        createdAt: clock.now(),
      },
      { transaction: t },
    );
  });
}

async function cut(upload: PhotoUpload, { crop }: CropPhotoParsed) {
  try {
    return await cutOut(await originalOf(upload), crop, PORTRAIT);
  } catch (cause) {
    if (!(cause instanceof NotOpened)) throw cause;
    log.info({ reason: cause.reason }, 'a photo that cannot be decoded');
    throw fault('upload', '照片无法读取，请换一张 JPG 照片');
  }
}

const fault = (field: 'upload' | 'crop' | 'photo', words: string) =>
  new AppError('invalid_fields', { message: words, fields: { [field]: words } });
