import { calendarEndpoints as calendar } from '../../../contract/calendar/endpoints.ts';
import * as replies from '../../../contract/calendar/replies.ts';
import { feedParams } from '../../../contract/calendar/schemas.ts';
import { nothing } from '../../../contract/reply-parts.ts';
import { idParams, route } from '../../../http/route.ts';
import { makeCalendarFeed, revokeCalendarFeed, showCalendarFeed } from './own-feed.ts';
import { readActivityCalendar, readFeed } from './read-feed.ts';

/** 活动日历. */
export const calendarRoutes = [
  route(calendar.downloadActivityCalendar, { params: idParams }, async ({ actor, params }) => ({
    ...(await readActivityCalendar({ actor, id: params.id })),
    isShown: false,
  })),
  route(calendar.showCalendarFeed, { reply: replies.calendarFeed }, ({ actor }) => showCalendarFeed({ actor })),
  route(calendar.makeCalendarFeed, { reply: replies.madeCalendarFeed }, ({ actor }) => makeCalendarFeed({ actor })),
  route(calendar.revokeCalendarFeed, { reply: nothing }, async ({ actor }) => {
    await revokeCalendarFeed({ actor });
    return null;
  }),
  route(calendar.readCalendarFeed, { params: feedParams }, ({ params, address }) =>
    readFeed({ token: params.name, address }),
  ),
];
