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

/** Counts reads as the database server does: prepared statements and others, those of models and those written by hand. */
async function readsDuring(work: () => Promise<void>): Promise<number> {
  const count = async () => {
    const [row] = await database.sequelize.query<{ Value: string }>("SHOW GLOBAL STATUS LIKE 'Com_select'", {
      type: QueryTypes.SELECT,
    });
    return Number(row?.Value);
  };
  const before = await count();
  await work();
  return (await count()) - before;
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
