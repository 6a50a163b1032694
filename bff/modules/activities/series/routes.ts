import { seriesEndpoints as series } from '../../../contract/activity-series/endpoints.ts';
import * as replies from '../../../contract/activity-series/replies.ts';
import * as schemas from '../../../contract/activity-series/schemas.ts';
import { idParams, route } from '../../../http/route.ts';
import { cancelWhole } from './cancel-whole.ts';
import { listSeries } from './list-series.ts';
import { showOwnSeries } from './show-own-series.ts';
import { showSeries } from './show-series.ts';
import { signUpWhole } from './sign-up-whole.ts';
import { createSeries, updateSeries } from './write-series.ts';

const own = { params: idParams, reply: replies.seriesPage };
const staffs = { reply: replies.staffSeries };

/** 系列. */
export const seriesRoutes = [
  route(series.showOwnSeries, own, ({ actor, params }) => showOwnSeries({ actor, id: params.id })),
  route(series.signUpWhole, { ...own, body: schemas.signUpWhole }, async ({ actor, params, body }) => {
    await signUpWhole({ actor, id: params.id, input: body });
    return showOwnSeries({ actor, id: params.id });
  }),
  route(series.cancelWhole, own, async ({ actor, params }) => {
    await cancelWhole({ actor, id: params.id });
    return showOwnSeries({ actor, id: params.id });
  }),
  route(series.listSeries, { query: schemas.listSeries, reply: replies.seriesRows }, ({ query }) => listSeries(query)),
  route(series.createSeries, { ...staffs, body: schemas.createSeries }, async ({ actor, body }) =>
    showSeries(await createSeries({ actor, input: body })),
  ),
  route(series.showSeries, { ...staffs, params: idParams }, ({ params }) => showSeries(params.id)),
  route(
    series.updateSeries,
    { ...staffs, params: idParams, body: schemas.updateSeries },
    async ({ actor, params, body }) => {
      await updateSeries({ actor, id: params.id, input: body });
      return showSeries(params.id);
    },
  ),
];
