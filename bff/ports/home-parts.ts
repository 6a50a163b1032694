import { homeActivities, offerTask } from '../modules/activities/signing-up/read-home-activities.ts';
import { homeAnnouncements, announcementTask } from '../modules/announcements/read-home-announcements.ts';
import { readWorkbench } from '../modules/certificates/applying/read-workbench.ts';
import { presentWorkbench } from '../modules/certificates/present.ts';
import { campaignTask } from '../modules/home/campaign-task.ts';
import { homeParts } from '../modules/home/parts.ts';
import { returnedTask } from '../modules/home/returned-task.ts';
import { profileTask } from '../modules/home/profile-task.ts';
import { countUnread } from '../modules/notifications/list-inbox.ts';
import { showProfileSummary } from '../modules/profiles/drafts/read-summary.ts';
import { homeHours } from '../modules/registry/overviews/home-hours.ts';
import { homeTickets } from '../modules/tickets/asking/home-tickets.ts';

/**
 * What the home page shows: a line for each part, and the tasks of which the first that is there comes before everything
 * else. What other modules want done first is one more line here.
 */
homeParts.connect({
  parts: {
    certificates: async (actor) => presentWorkbench(await readWorkbench(actor)),
    profile: async (actor) => (actor.kind === 'lawyer' ? showProfileSummary({ actor }) : null),
    activities: homeActivities,
    hours: homeHours,
    tickets: homeTickets,
    inbox: async (actor) => ({ unread: await countUnread(actor) }),
    announcements: homeAnnouncements,
  },
  tasks: [offerTask, announcementTask, returnedTask, campaignTask, profileTask],
});
