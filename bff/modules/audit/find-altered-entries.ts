import { Op } from 'sequelize';
import { macOf } from './entry-mac.ts';
import { AuditEntry } from './model.ts';

/** Entries read at a time: a log of years does not fit into memory. */
const BATCH = 2_000;

/** Ids of the entries that were altered in the database since they were written, in their order. */
export async function findAlteredEntries(): Promise<number[]> {
  const altered: number[] = [];
  let after = 0;
  for (;;) {
    const entries = await AuditEntry.findAll({
      where: { id: { [Op.gt]: after } },
      order: [['id', 'ASC']],
      limit: BATCH,
    });
    altered.push(...entries.filter((entry) => entry.mac !== macOf(entry)).map(({ id }) => id));
    const last = entries.at(-1);
    if (!last || entries.length < BATCH) return altered;
    after = last.id;
  }
}
