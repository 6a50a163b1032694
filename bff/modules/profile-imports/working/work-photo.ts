import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import { log } from '../../../platform/log/log.ts';
import {
  cutImported,
  takeOverPhoto,
  whyPhotoStays,
  type ImportedPortrait,
} from '../../photos/importing/imported-photo.ts';
import { findByLicences } from '../../registry/facts/find-by-licence.ts';
import type { Import, ImportPhoto } from '../model.ts';
import { pictureOf, removePicture } from '../staging/photo-file.ts';

/** What becomes of a photo, and why. */
export interface PhotoFound {
  outcome: 'create' | 'skipped' | 'faulty';
  note: string;
}

/** Looks a photo through as one that its lawyer uploads. Writes nothing. */
export async function checkPhoto(run: Import, photo: ImportPhoto): Promise<PhotoFound> {
  const lawyerId = await transaction((t) => lawyerOf(photo, t));
  if (lawyerId === undefined) return { outcome: 'faulty', note: '没有这个执业证号的律师' };
  const stays = await whyPhotoStays(lawyerId, run.asOf);
  if (stays !== '') return { outcome: 'skipped', note: stays };
  const cut = await cutPhoto(photo);
  return typeof cut === 'string' ? { outcome: 'faulty', note: cut } : { outcome: 'create', note: '' };
}

const lawyerOf = async ({ licenceNo }: ImportPhoto, t: Transaction) =>
  (await findByLicences([licenceNo], t)).get(licenceNo);

/** The portrait in it, or why there is none, in words. */
export async function cutPhoto(photo: ImportPhoto): Promise<ImportedPortrait | string> {
  const picture = await pictureOf(photo);
  if (!picture) return '照片已不再保存';
  try {
    return await cutImported(photo.fileName, picture);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid_fields') throw error;
    return Object.values(error.fields ?? {})[0] ?? error.message;
  }
}

/** Puts a photo into use, unless the lawyer has a newer one by now; the picture that was handed over goes. */
export async function applyPhoto(
  given: { actor: StaffActor; run: Import; photo: ImportPhoto; portrait: ImportedPortrait | string },
  t: Transaction,
): Promise<void> {
  const { actor, run, photo, portrait } = given;
  const lawyerId = await lawyerOf(photo, t);
  const stays = lawyerId === undefined ? '没有这个执业证号的律师' : await whyPhotoStays(lawyerId, run.asOf, t);
  const why = stays || (typeof portrait === 'string' ? portrait : '');
  if (why === '' && lawyerId !== undefined && typeof portrait !== 'string') {
    await takeOverPhoto({ actor, lawyerId, portrait, source: run.source }, t);
  }
  const { storageKey, keySealed } = photo;
  await photo.update(
    { isDue: false, ...(why !== '' && { outcome: 'refused', note: why }), storageKey: null, keySealed: null },
    { transaction: t },
  );
  t.afterCommit(() =>
    removePicture({ storageKey, keySealed }).catch((error: unknown) =>
      log.warn({ err: error }, 'a picture of an import is left in the storage; its key is gone'),
    ),
  );
}
