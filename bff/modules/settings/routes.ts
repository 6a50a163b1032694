import { settingsEndpoints } from '../../contract/settings/endpoints.ts';
import { reviewEndpoints } from '../../contract/review/endpoints.ts';
import { opinionBlocks } from '../../contract/review/schemas.ts';
import { officeSettings } from '../../contract/settings/schemas.ts';
import * as reviewReplies from '../../contract/review/replies.ts';
import * as replies from '../../contract/settings/replies.ts';
import { route } from '../../http/route.ts';
import { readOpinions, updateOpinions } from './opinions.ts';
import { readPublicSettings } from './read-public-settings.ts';
import { readNewestSettings } from './read-settings.ts';
import { updateSettings } from './update-settings.ts';

export const settingsRoutes = [
  route(settingsEndpoints.showPublicSettings, { reply: replies.publicSettings }, () => readPublicSettings()),
  route(settingsEndpoints.showSettings, { reply: replies.settingsReply }, () => readNewestSettings()),
  route(settingsEndpoints.updateSettings, { body: officeSettings, reply: replies.settingsSaved }, ({ actor, body }) =>
    updateSettings({ actor, settings: body }),
  ),
  route(reviewEndpoints.showOpinions, { reply: reviewReplies.opinionsReply }, () => readOpinions()),
  route(
    reviewEndpoints.updateOpinions,
    { body: opinionBlocks, reply: reviewReplies.opinionsReply },
    ({ actor, body }) => updateOpinions({ actor, input: body }),
  ),
];
