import { DOWNLOAD_HOURS } from '../../../contract/rights/enums.ts';
import { HOUR_MS, toShanghaiMinute } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { newFileKey, putEncrypted } from '../../../platform/storage/encrypted-files.ts';
import { storage } from '../../../platform/storage/storage.ts';
import { readFieldSettings } from '../../profile-fields/field-settings.ts';
import { readWholeSections } from '../../profiles/drafts/read-whole-sections.ts';
import { findLawyer } from '../../registry/lawyers/find-lawyer.ts';
import { DataDownload } from '../model.ts';
import type { Bundle } from './compose.ts';
import { gatherTables } from './gather.ts';
import { tellOfDownload } from './tell-of-download.ts';

/** What files of one download are bound to. */
export const contextOf = ({ id, lawyerId }: DataDownload): string => `data_downloads:${lawyerId}:${id}`;

/** Makes the file, stores it encrypted, and says so; done once, however often it is asked. */
export async function makeDownload(downloadId: number): Promise<void> {
  const download = await DataDownload.findByPk(downloadId);
  if (download?.state !== 'making') return;
  const { lawyer } = await findLawyer({ id: download.lawyerId });
  const { name, licenceNo } = lawyer;
  const whole = await readWholeSections(lawyer.id);
  // Of identity documents, the file holds what tells which they are, and nothing else.
  const { sections, tables, withheld } =
    download.parts === 'identity'
      ? { sections: whole.filter(({ key }) => key === 'documents'), tables: [], withheld: [] as [string, string][] }
      : { sections: whole, ...(await gatherTables({ lawyerId: lawyer.id, accountId: download.accountId, name })) };
  const madeAt = toShanghaiMinute(clock.now());
  const bundle: Bundle = { madeAt, name, licenceNo, sections, tables, withheld, fields: await readFieldSettings() };
  const context = contextOf(download);
  const at = `data-downloads/${downloadId}.json`;
  const keySealed = newFileKey(context);
  await putEncrypted({ at, keySealed, context }, Buffer.from(JSON.stringify(bundle)));
  await transaction(async (t) => {
    const keptUntil = clock.now() + DOWNLOAD_HOURS * HOUR_MS;
    const [count] = await DataDownload.update(
      { state: 'ready', readyAt: clock.now(), keptUntil, storageKey: at, keySealed },
      { where: { id: downloadId, state: 'making' }, transaction: t },
    );
    if (count === 0) return;
    const dedupeKey = `remove-data-download:${downloadId}`;
    await enqueue('remove-data-download', { downloadId }, { t, dedupeKey, runAt: keptUntil });
    await tellOfDownload({ lawyerId: lawyer.id, event: 'data_ready' }, t);
  });
}

/** Removes it once its time is over; its key goes with it, so that a copy of the file opens nowhere. */
export async function removeDownload(downloadId: number): Promise<void> {
  const download = await DataDownload.findByPk(downloadId);
  if (download?.state !== 'ready') return;
  await storage.delete(download.storageKey);
  await download.update({ state: 'removed', storageKey: '', keySealed: '' });
}
