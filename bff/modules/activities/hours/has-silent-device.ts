import { select } from '../../../platform/db/database.ts';
import { countRow } from '../../../platform/db/rows.ts';

/**
 * Whether a device of the door may still hold scans: it said so, or has not been heard of since the activity ended, and staff
 * have not dismissed it.
 */
export async function hasSilentDevice({ id, endsAt }: { id: number; endsAt: number }): Promise<boolean> {
  const [row] = await select(
    countRow,
    `SELECT COUNT(*) AS n FROM door_devices WHERE activity_id = ? AND dismissed_at IS NULL
      AND (waiting > 0 OR seen_at IS NULL OR seen_at < ?)`,
    [id, endsAt],
  );
  return (row?.n ?? 0) > 0;
}
