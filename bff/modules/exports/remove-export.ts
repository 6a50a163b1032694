import { clock } from '../../platform/clock/clock.ts';
import { storage } from '../../platform/storage/storage.ts';
import { ExportRun, storageKeyOf } from './model.ts';

/** Removes the file of an export whose time is over; who took what stays in the list. It may run again. */
export async function removeExport(exportId: number): Promise<void> {
  // First the state: from now on nobody is given the file, and whoever is still making it removes it.
  await ExportRun.update(
    { state: 'removed', endedAt: clock.now() },
    { where: { id: exportId, state: ['making', 'made'] } },
  );
  await storage.delete(storageKeyOf(exportId));
}
