import { beforeAll, expect, test } from '@jest/globals';
import { QueryTypes } from 'sequelize';
import { activityEndpoints } from '../../contract/activities/endpoints.ts';
import { announcementEndpoints } from '../../contract/announcements/endpoints.ts';
import { certificateEndpoints } from '../../contract/certificates/endpoints.ts';
import { homeEndpoints } from '../../contract/home/endpoints.ts';
import { notificationEndpoints } from '../../contract/notifications/endpoints.ts';
import { ownFileEndpoints } from '../../contract/own-file/endpoints.ts';
import { profileEndpoints } from '../../contract/profile/endpoints.ts';
import { ticketEndpoints } from '../../contract/tickets/endpoints.ts';
import { env } from '../../env.ts';
import { database } from '../../platform/db/database.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { makeAnnouncement } from '../../test/factories/announcement.ts';
import { makeFirm, makeLawyer } from '../../test/factories/registry.ts';
import { useOffice } from '../../test/office.ts';

useOffice();
const api = useApi();
let as: string;

beforeAll(async () => {
  const { id: firmId } = await makeFirm();
  as = await memberToken({ lawyerId: (await makeLawyer({ firmId })).id });
  await makeAnnouncement({ mustConfirm: true });
});

/**
 * SELECTs of this process, as the database server counted them: prepared statements and others, those of models and those
 * written by hand. Connection by connection, because other test files have theirs on the same server.
 */
async function readsSoFar(): Promise<number> {
  const { sequelize } = database;
  const all = await Promise.all(Array.from({ length: env.DATABASE_POOL }, async () => await sequelize.transaction()));
  const counts = await Promise.all(
    all.map(async (transaction) => {
      const query = { type: QueryTypes.SELECT, transaction } as const;
      const [row] = await sequelize.query<{ Value: string }>("SHOW SESSION STATUS LIKE 'Com_select'", query);
      await transaction.rollback();
      return Number(row?.Value);
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function readsDuring(work: () => Promise<void>): Promise<number> {
  const before = await readsSoFar();
  await work();
  return (await readsSoFar()) - before;
}

test('one request reads no more than one request for each part does', async () => {
  const ask = async (...endpoints: Parameters<typeof api.call>[0][]) => {
    for (const endpoint of endpoints) expect((await api.call(endpoint, { as })).status).toBe(200);
  };
  await ask(homeEndpoints.showHome);
  const apart = await readsDuring(() =>
    ask(
      certificateEndpoints.showWorkbench,
      profileEndpoints.showProfileSummary,
      activityEndpoints.listOwnRegistrations,
      ownFileEndpoints.showOwnFile,
      ticketEndpoints.listOwnTickets,
      notificationEndpoints.countUnread,
      announcementEndpoints.listOwnAnnouncements,
    ),
  );
  const together = await readsDuring(() => ask(homeEndpoints.showHome));
  expect(together).toBeLessThanOrEqual(apart);
  // Measured with the second figure's comparison: a part that reads more than it did is seen here.
  expect(together).toBeLessThanOrEqual(24);
});
