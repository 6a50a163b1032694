import { z } from 'zod';
import { Op, type InferAttributes, type WhereOptions } from 'sequelize';
import { addDays, DAY_MS, endOfShanghaiDay, HOUR_MS, startOfShanghaiDay } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { NO_EVIDENCE } from '../face-consent.ts';
import { Photo, PhotoCheck, PhotoUpload } from '../model.ts';
import { deleteFilesOf, removeUpload } from '../photo-files.ts';
import { readPhotoSettings } from '../settings.ts';

/** Shanghai time of the nightly round. */
const NIGHT_MS = 3.5 * HOUR_MS;
/** Days for which a draft is kept that nobody has had verified; its original was removed after a day. */
const DRAFT_DAYS = 30;
/** After a membership has ended (profile-workflow, Rights of the person: with the sensitive data). */
const FORMER_MEMBER_DAYS = 365;
const AT_ONCE = 200;

/** Asks for the round of the coming night; every process may ask, it is done once. */
export async function scheduleSweep(): Promise<void> {
  const today = startOfShanghaiDay(clock.today()) + NIGHT_MS;
  const runAt = today > clock.now() ? today : endOfShanghaiDay(clock.today()) + NIGHT_MS;
  await transaction((t) => enqueue('sweep-photos', {}, { t, dedupeKey: `sweep-photos:${runAt}`, runAt }));
}

/**
 * Asks for the next round, whatever comes of this one, and removes what has been kept long enough. It may run again: what is
 * gone is passed over.
 */
export async function sweepPhotos(): Promise<void> {
  await scheduleSweep();
  const { evidenceDays, replacedDays } = await readPhotoSettings();
  const before = (days: number) => ({ [Op.lt]: clock.now() - days * DAY_MS });
  await PhotoCheck.update(NO_EVIDENCE, {
    where: { askedAt: before(evidenceDays), [Op.or]: HAS_EVIDENCE },
  });
  for (const { id } of await PhotoUpload.findAll({ where: { createdAt: before(1) } })) await removeUpload(id);
  await eachOf({ state: 'draft', createdAt: before(DRAFT_DAYS) }, remove);
  await eachOf({ state: 'replaced', replacedAt: before(replacedDays), removedAt: null }, empty);
  await eachOf({ state: 'refused', decidedAt: before(replacedDays), removedAt: null }, empty);
  for (const id of await ofFormerMembers()) await empty(await Photo.findByPk(id, { rejectOnEmpty: true }));
}

const HAS_EVIDENCE = Object.keys(NO_EVIDENCE).map((column) => ({ [column]: { [Op.not]: null } }));

async function eachOf(
  where: WhereOptions<InferAttributes<Photo>>,
  act: (photo: Photo) => Promise<void>,
): Promise<void> {
  for (;;) {
    const photos = await Photo.findAll({ where, limit: AT_ONCE, order: ['id'] });
    for (const photo of photos) await act(photo);
    if (photos.length < AT_ONCE) return;
  }
}

async function remove(photo: Photo): Promise<void> {
  await deleteFilesOf(photo);
  await photo.destroy();
}

/** Empties a photo: the row still says when there was one and how it was verified; picture, key and hash are gone. */
async function empty(photo: Photo): Promise<void> {
  await deleteFilesOf(photo);
  await photo.update({ removedAt: clock.now(), keySealed: '', hash: '' });
}

const idRow = z.strictObject({ id: z.int() });

async function ofFormerMembers(): Promise<number[]> {
  const rows = await select(
    idRow,
    `SELECT p.id FROM profile_photos p JOIN lawyers l ON l.id = p.lawyer_id
     WHERE p.state = 'current' AND p.removed_at IS NULL AND l.status = 'cancelled' AND l.cancelled_on < ?`,
    [addDays(clock.today(), -FORMER_MEMBER_DAYS)],
  );
  return rows.map(({ id }) => id);
}
