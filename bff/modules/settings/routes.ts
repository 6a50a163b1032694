import { officeEndpoints } from '../../contract/endpoints/office.ts';
import { reviewEndpoints } from '../../contract/endpoints/review.ts';
import { opinionBlocks } from '../../contract/schemas/review.ts';
import { officeSettings } from '../../contract/schemas/office.ts';
import { route } from '../../http/route.ts';
import { readOpinions, updateOpinions } from './opinions.ts';
import { readPublicSettings } from './read-public-settings.ts';
import { readSettings } from './read-settings.ts';
import { updateSettings } from './update-settings.ts';

export const settingsRoutes = [
  route(officeEndpoints.showPublicSettings, {}, () => readPublicSettings()),
  route(officeEndpoints.showSettings, {}, () => readSettings()),
  route(officeEndpoints.updateSettings, { body: officeSettings }, ({ actor, body }) =>
    updateSettings({ actor, settings: body }),
  ),
  route(reviewEndpoints.showOpinions, {}, () => readOpinions()),
  route(reviewEndpoints.updateOpinions, { body: opinionBlocks }, ({ actor, body }) =>
    updateOpinions({ actor, input: body }),
  ),
];
