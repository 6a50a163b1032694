import { officeHoursEndpoints as hours } from '../../contract/office-hours/endpoints.ts';
import * as replies from '../../contract/office-hours/replies.ts';
import * as schemas from '../../contract/office-hours/schemas.ts';
import { route } from '../../http/route.ts';
import { proposeOfficeYear } from './propose-office-year.ts';
import { clearOfficeDay, setOfficeDay } from './set-office-day.ts';
import { showOfficeCalendar } from './show-office-calendar.ts';
import { showOfficeHours } from './show-office-hours.ts';
import { updateOfficeHours } from './update-office-hours.ts';

/** When somebody is there. */
export const officeHoursRoutes = [
  route(hours.showOfficeHours, { reply: replies.officeHoursNow }, () => showOfficeHours()),
  route(hours.showOfficeCalendar, { reply: replies.officeCalendar }, ({ actor }) => showOfficeCalendar({ actor })),
  route(
    hours.updateOfficeHours,
    { body: schemas.officeHours, reply: replies.officeCalendar },
    async ({ actor, body }) => {
      await updateOfficeHours({ actor, input: body });
      return showOfficeCalendar({ actor });
    },
  ),
  route(
    hours.setOfficeDay,
    { params: schemas.dayParams, body: schemas.officeDay, reply: replies.officeCalendar },
    async ({ actor, params, body }) => {
      await setOfficeDay({ actor, date: params.date, input: body });
      return showOfficeCalendar({ actor });
    },
  ),
  route(
    hours.clearOfficeDay,
    { params: schemas.dayParams, query: schemas.clearOfficeDay, reply: replies.officeCalendar },
    async ({ actor, params, query }) => {
      await clearOfficeDay({ actor, date: params.date, version: query.version });
      return showOfficeCalendar({ actor });
    },
  ),
  route(
    hours.proposeOfficeYear,
    { body: schemas.officeYear, reply: replies.yearProposed },
    async ({ actor, body }) => ({ waiting: await proposeOfficeYear({ actor, input: body }) }),
  ),
];
