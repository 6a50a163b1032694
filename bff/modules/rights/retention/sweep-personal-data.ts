import { QueryTypes, type Transaction } from 'sequelize';
import { z } from 'zod';
import { addDays, DAY_MS, endOfShanghaiDay, HOUR_MS, startOfShanghaiDay } from '../../../contract/dates.ts';
import { RETENTION, type RetentionKind } from '../../../contract/rights/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { database, select, transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { dropLeaveProofsBefore } from '../../activities/ending/drop-leave-proofs.ts';
import { dropTalksBefore } from '../../chat/watching/drop-talks.ts';
import { dropProofsBefore } from '../../external-hours/drop-proofs.ts';
import { dropHiddenDrafts } from '../../profiles/retention/drop-hidden-drafts.ts';
import { dropIdentityFiles } from '../../profiles/retention/drop-identity-files.ts';
import { dropSensitive } from '../../profiles/retention/drop-sensitive.ts';
import { dropSectionViewsBefore } from '../../profiles/retention/drop-views.ts';
import { dropViewsBefore } from '../../views/drop-views.ts';
import { dropExportsBefore } from '../../views/exported-lawyers.ts';
import { dropOldSnapshots } from './drop-old-snapshots.ts';

/** Shanghai time of the nightly round, after the photos. */
const NIGHT_MS = 4 * HOUR_MS;

/** Asks for the round of the coming night; every process may ask, it is done once. */
export async function scheduleRetention(): Promise<void> {
  const today = startOfShanghaiDay(clock.today()) + NIGHT_MS;
  const runAt = today > clock.now() ? today : endOfShanghaiDay(clock.today()) + NIGHT_MS;
  await transaction((t) => enqueue('sweep-personal-data', {}, { t, dedupeKey: `sweep-personal-data:${runAt}`, runAt }));
}

/**
 * Removes what has been kept as long as the guideline says, and writes down how much of which kind. It may run again: what
 * is gone is passed over.
 */
export async function sweepPersonalData(): Promise<void> {
  const before = (kind: RetentionKind) => clock.now() - RETENTION[kind].days * DAY_MS;
  await note('hiddenDraft', await dropHiddenDrafts(before('hiddenDraft')));
  await note('identityFile', await eachFormer('identityFile', dropIdentityFiles));
  await note('sensitive', await eachFormer('sensitive', dropSensitive));
  await note('snapshot', await dropOldSnapshots(before('snapshot')));
  await note('talk', await dropTalksBefore(before('talk')));
  await note('hoursProof', await dropProofsBefore(before('hoursProof')));
  await note('leaveProof', await dropLeaveProofsBefore(before('leaveProof')));
  const looks = [dropViewsBefore, dropSectionViewsBefore, dropExportsBefore];
  let looked = 0;
  for (const drop of looks) looked += await drop(before('view'));
  await note('view', looked);
}

const former = z.strictObject({ id: z.int() });

/** Does it to everybody whose membership ended that long ago; answers how much was removed. */
async function eachFormer(kind: RetentionKind, drop: (lawyerId: number) => Promise<number>): Promise<number> {
  const until = addDays(clock.today(), -RETENTION[kind].days);
  const rows = await select(
    former,
    "SELECT id FROM lawyers WHERE status = 'cancelled' AND cancelled_on < ? ORDER BY id",
    [until],
  );
  let removed = 0;
  for (const { id } of rows) removed += await drop(id);
  return removed;
}

async function note(kind: RetentionKind, removed: number): Promise<void> {
  if (removed === 0) return;
  await transaction((t) => add({ kind, removed }, t));
}

async function add({ kind, removed }: { kind: RetentionKind; removed: number }, t: Transaction): Promise<void> {
  const onDuplicate =
    database.dialect === 'mysql'
      ? 'ON DUPLICATE KEY UPDATE removed = removed + ?'
      : 'ON CONFLICT (on_day, kind) DO UPDATE SET removed = removed + ?';
  await database.sequelize.query(
    `INSERT INTO retention_removals (on_day, kind, removed) VALUES (?, ?, ?) ${onDuplicate}`,
    { replacements: [clock.today(), kind, removed, removed], type: QueryTypes.INSERT, transaction: t },
  );
}
