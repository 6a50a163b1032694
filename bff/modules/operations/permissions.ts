import { z } from 'zod';
import { select } from '../../platform/db/database.ts';
import { update } from '../../platform/jobs/claim.ts';
import { addJob } from '../../test/jobs.ts';
import { id, staff, type Row } from '../../test/permissions/row.ts';

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  listJobs: { realm: 'staff', passes: staff('reviewer') },
  retryJob: {
    realm: 'staff',
    passes: staff('reviewer'),
    hasObject: true,
    call: async () => {
      await addJob('of-nobody');
      const [job] = await select(z.strictObject({ id: z.int() }), 'SELECT MAX(id) AS id FROM jobs', []);
      await update(`UPDATE jobs SET state = 'dead' WHERE id = ?`, [job?.id]);
      return id(job?.id ?? 0);
    },
  },
};
