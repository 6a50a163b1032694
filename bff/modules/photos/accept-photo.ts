import { Op, type Transaction } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { Photo, PhotoUpload } from './model.ts';
import { afterCommit, discard, removeUpload } from './photo-files.ts';

/**
 * The lawyer is locked by whoever calls. Puts a verified photo into use; the one before is kept for a time, and an older
 * one that still waits for staff makes way.
 */
export async function activate(photo: Photo, t: Transaction): Promise<void> {
  const now = clock.now();
  const slot = `current:${photo.lawyerId}`;
  await Photo.update(
    { state: 'replaced', slot: null, replacedAt: now },
    { where: { slot, id: { [Op.ne]: photo.id } }, transaction: t },
  );
  const waiting = { slot: `pending:${photo.lawyerId}`, id: { [Op.ne]: photo.id } };
  const overtaken = await Photo.findOne({ where: waiting, transaction: t });
  if (overtaken) await discard(overtaken, t);
  await photo.update({ state: 'current', slot, activatedAt: now, version: photo.version + 1 }, { transaction: t });
  await removeOriginals(photo.lawyerId, t);
}

/** Has a photo wait for staff, in place of one that waited before. The lawyer is locked. */
export async function refer(photo: Photo, t: Transaction): Promise<void> {
  const slot = `pending:${photo.lawyerId}`;
  const earlier = await Photo.findOne({ where: { slot, id: { [Op.ne]: photo.id } }, transaction: t });
  if (earlier) await discard(earlier, t);
  await photo.update(
    { state: 'pending', slot, referredAt: clock.now(), version: photo.version + 1 },
    { transaction: t },
  );
  await removeOriginals(photo.lawyerId, t);
}

/** Removes the originals of a lawyer, which nobody needs once a portrait was handed in. */
async function removeOriginals(lawyerId: number, t: Transaction): Promise<void> {
  const uploads = await PhotoUpload.findAll({ where: { lawyerId }, transaction: t });
  for (const { id } of uploads) afterCommit(t, () => removeUpload(id));
}
