import { beforeAll, expect, test } from '@jest/globals';
import { activityEndpoints } from '../../contract/activities/endpoints.ts';
import { announcementEndpoints } from '../../contract/announcements/endpoints.ts';
import { certificateEndpoints } from '../../contract/certificates/endpoints.ts';
import { homeEndpoints } from '../../contract/home/endpoints.ts';
import { notificationEndpoints } from '../../contract/notifications/endpoints.ts';
import { ownFileEndpoints } from '../../contract/own-file/endpoints.ts';
import { profileEndpoints } from '../../contract/profile/endpoints.ts';
import { ticketEndpoints } from '../../contract/tickets/endpoints.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { readsDuring } from '../../test/measuring/count-reads.ts';
import { makeActivity } from '../../test/factories/activities/activity.ts';
import { makeAnnouncement } from '../../test/factories/announcement.ts';
import { openCampaign } from '../../test/factories/campaign.ts';
import { newKey, submit } from '../../test/factories/certificate.ts';
import { makeSubmitted } from '../../test/factories/profiles/profile.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../test/factories/registry.ts';
import { makeTicket } from '../../test/factories/ticket.ts';
import { useOffice } from '../../test/office.ts';
import { signUp } from '../activities/signing-up/sign-up.ts';
import { confirmAnnouncement } from '../announcements/mark-announcements.ts';
import { remindOfAnnouncement } from '../announcements/publish-announcement.ts';

useOffice();
const api = useApi();
let as: string;

/** A lawyer of whom every part has something to say, and who has done what is asked first: all tasks are looked at. */
beforeAll(async () => {
  const { id: firmId } = await makeFirm();
  const { id: lawyerId } = await makeLawyer({ firmId });
  as = await memberToken({ lawyerId });
  const actor = await memberActor({ lawyerId });
  await makeSubmitted(lawyerId);
  await submit(actor, { type: 'lawyer-clean' });
  await makeTicket(actor);
  const { activity, groups } = await makeActivity({ capacity: 5 });
  const input = { groupId: groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
  await signUp({ actor, activityId: activity.id, input });
  await openCampaign({ kind: 'completion', isPriority: true });
  const { id, version } = await makeAnnouncement({ mustConfirm: true });
  await remindOfAnnouncement({ actor: staffActor('service'), id, input: { version } });
  await confirmAnnouncement({ actor, id });
});

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
  // desk.md: at most twelve.
  expect(together).toBeLessThanOrEqual(12);
});
