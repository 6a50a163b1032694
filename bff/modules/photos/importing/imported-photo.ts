import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { toShanghaiDate } from '../../../contract/dates.ts';
import { faultOfCrop, type Crop, type Size } from '../../../contract/photos/crop.ts';
import { PHOTO_FINDINGS, PHOTO_WAYS, type PhotoFinding } from '../../../contract/photos/enums.ts';
import { PORTRAIT, THUMBNAIL } from '../../../contract/photos/limits.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { measure, type Figures } from '../../../platform/image/figures.ts';
import { cutOut, toJpeg, toThumbnail } from '../../../platform/image/portrait.ts';
import { NotOpened } from '../../../platform/opening/opened.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { lockLawyer } from '../../registry/lawyers/match-identity.ts';
import { activate } from '../accept-photo.ts';
import { NEW_PORTRAIT, Photo } from '../model.ts';
import { storePortrait } from '../photo-files.ts';
import { openOriginal } from '../open-original.ts';
import { judgePhoto, stopping } from '../rules.ts';
import { readPhotoSettings } from '../settings.ts';

const refuse = (words: string) => new AppError('invalid_fields', { message: words, fields: { photo: words } });

/** A portrait cut out of what another system handed over, and what the technical check found. */
export interface ImportedPortrait {
  jpeg: Buffer;
  thumbnail: Buffer;
  figures: Figures;
  findings: PhotoFinding[];
}

/**
 * Cuts a portrait out of the middle of a picture and checks it as one that its lawyer uploads. Throws `invalid_fields`
 * with the strongest reason against it.
 */
export async function cutImported(name: string, bytes: Buffer): Promise<ImportedPortrait> {
  const original = await openOriginal(name, bytes);
  const crop = middleOf(original.size);
  if (faultOfCrop(crop, original.size) === 'small') {
    throw refuse(`照片应不小于${PORTRAIT.width}×${PORTRAIT.height}像素`);
  }
  const pixels = await cutOut(original.bytes, crop, PORTRAIT).catch((cause: unknown) => {
    throw cause instanceof NotOpened ? refuse('照片无法读取') : cause;
  });
  const figures = await measure(pixels);
  const findings = judgePhoto(figures, await readPhotoSettings());
  const [strongest] = stopping(findings);
  if (strongest) throw refuse(PHOTO_FINDINGS[strongest].words);
  return { jpeg: await toJpeg(pixels), thumbnail: await toThumbnail(pixels, THUMBNAIL), figures, findings };
}

/** The largest frame of our proportions, across the middle. */
function middleOf({ width, height }: Size): Crop {
  const w = Math.min(width, (height * PORTRAIT.width) / PORTRAIT.height);
  const h = (w * PORTRAIT.height) / PORTRAIT.width;
  return { x: (width - w) / 2, y: (height - h) / 2, w, h, angle: 0 };
}

/** Why a photo of that day is not to replace what a lawyer has; '' where it may. */
export async function whyPhotoStays(lawyerId: number, asOf: string, t?: Transaction): Promise<string> {
  const slots = ['current', 'pending'].map((name) => `${name}:${lawyerId}`);
  const photos = await Photo.findAll({ where: { slot: slots }, transaction: t ?? null });
  if (photos.some(({ state }) => state === 'pending')) return '会员的照片正在人工核验，未导入';
  const [current] = photos;
  if (!current) return '';
  if (current.way === 'imported') return '已经导入过照片，未导入';
  return toShanghaiDate(current.activatedAt ?? current.createdAt) >= asOf ? '会员的照片更新，未导入' : '';
}

/**
 * Puts it into use. That the identity was compared it does not say: that stays with whoever compared it there. The
 * lawyer is locked once the files are stored.
 */
export async function takeOverPhoto(
  taken: { actor: StaffActor; lawyerId: number; portrait: ImportedPortrait; source: string },
  t: Transaction,
): Promise<void> {
  const { actor, lawyerId, portrait, source } = taken;
  const { figures, findings } = portrait;
  const stored = await storePortrait(lawyerId, portrait);
  const lawyer = await lockLawyer(lawyerId, t);
  const now = clock.now();
  const photo = await Photo.create(
    {
      ...NEW_PORTRAIT,
      ...stored,
      lawyerId,
      way: 'imported',
      figures,
      findings,
      createdAt: now,
      decidedAt: now,
      decidedBy: actor.name,
    },
    { transaction: t },
  );
  await activate(photo, t);
  await writeAudit(
    {
      actor,
      action: 'photo.passed',
      targetKind: 'lawyer',
      targetId: lawyerId,
      target: `${lawyer.name}（${lawyer.licenceNo}）`,
      detail: `${PHOTO_WAYS.imported}：${source}`,
    },
    t,
  );
}
