import { transaction } from '../../platform/db/database.ts';
import { log } from '../../platform/log/log.ts';
import { storage } from '../../platform/storage/storage.ts';
import { readLinesOf } from '../audit/read-lines.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { Setting } from './model.ts';
import { isOfficeSealed, officeEvidence, setByStaff } from './office-seal.ts';
import { OFFICE, officeOf } from './read-settings.ts';
import { LABELS, OFFICE_LINE } from './setting-words.ts';

/** Says outside the database that it was done: it is done once, or a removed line would be made up for. */
const DONE = 'audit/office-sealed';

/**
 * Gives the settings of an installation from before the log witnessed them their line, once. A printed one that staff are
 * not on record to have set gets none: no letter is made until an administrator has saved the settings.
 */
export async function sealOfficeOfBefore(): Promise<void> {
  if (await storage.exists(DONE)) return;
  await transaction(async (t) => {
    const row = await Setting.findOne({ where: { name: OFFICE }, transaction: t, lock: t.LOCK.UPDATE });
    if (!row || (await isOfficeSealed(t))) return;
    const office = officeOf(row);
    const actions = ['settings.updated'] as const;
    const { lines, isWhole } = await readLinesOf({ targetKind: 'settings', targetId: 0, actions }, t);
    const ofOffice = lines.filter(({ target }) => target === OFFICE_LINE.target);
    // A line has room for so many words; what follows them is cut.
    const isOnRecord = (label: string) =>
      ofOffice.some(({ detail }) => detail.includes(`${label}：`) || detail.endsWith('…'));
    const unknown = setByStaff(office).filter((key) => !isWhole || !isOnRecord(LABELS[key]));
    if (unknown.length > 0) {
      log.error({ settings: unknown }, 'printed settings that nobody is on record to have saved');
      return;
    }
    await writeAudit(
      { actor: null, ...OFFICE_LINE, detail: '记录证明中印出的现行设置', evidence: officeEvidence(office) },
      t,
    );
  });
  await storage.put(DONE, Buffer.from('1\n'));
}
