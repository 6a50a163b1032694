import type { Readable } from 'node:stream';
import { AppError } from '../../errors.ts';
import { transaction } from '../../platform/db/database.ts';
import { storage } from '../../platform/storage/storage.ts';
import { streamZip } from '../../platform/zip/stream-zip.ts';
import type { FirmActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { entryName } from './rules.ts';
import { showBulk } from './show-bulk.ts';

/**
 * The issued certificates of a bulk order that still stand, as one ZIP that is made while it is downloaded. Throws
 * `not_found`, and `wrong_state` while none is issued.
 */
export async function downloadBulk(wanted: {
  actor: FirmActor;
  id: number;
}): Promise<{ stream: Readable; fileName: string }> {
  const { actor, id } = wanted;
  const { lines, typeLabel } = await showBulk({ actor, id });
  const entries = lines.flatMap(({ storageKey, ...line }) =>
    line.outcome === 'issued' && storageKey !== null
      ? [{ name: entryName(line), read: () => storage.get(storageKey) }]
      : [],
  );
  if (entries.length === 0) throw new AppError('wrong_state', { message: '还没有已出具的证明' });
  await transaction((t) =>
    writeAudit(
      {
        actor,
        action: 'bulk.downloaded',
        targetKind: 'bulk',
        targetId: id,
        target: typeLabel,
        detail: `${entries.length} 份`,
      },
      t,
    ),
  );
  return { stream: streamZip(entries), fileName: `批量证明-${id}.zip` };
}
