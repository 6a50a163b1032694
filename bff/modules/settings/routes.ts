import { settingsEndpoints } from '../../contract/settings/endpoints.ts';
import { reviewEndpoints } from '../../contract/review/endpoints.ts';
import { opinionBlocks } from '../../contract/review/schemas.ts';
import { officeSettings } from '../../contract/settings/schemas.ts';
import { route } from '../../http/route.ts';
import { readOpinions, updateOpinions } from './opinions.ts';
import { readPublicSettings } from './read-public-settings.ts';
import { readSettings } from './read-settings.ts';
import { updateSettings } from './update-settings.ts';

export const settingsRoutes = [
  route(settingsEndpoints.showPublicSettings, {}, () => readPublicSettings()),
  route(settingsEndpoints.showSettings, {}, () => readSettings()),
  route(settingsEndpoints.updateSettings, { body: officeSettings }, ({ actor, body }) =>
    updateSettings({ actor, settings: body }),
  ),
  route(reviewEndpoints.showOpinions, {}, () => readOpinions()),
  route(reviewEndpoints.updateOpinions, { body: opinionBlocks }, ({ actor, body }) =>
    updateOpinions({ actor, input: body }),
  ),
];
