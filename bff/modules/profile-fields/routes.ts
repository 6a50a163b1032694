import { profileFieldEndpoints } from '../../contract/profile-fields/endpoints.ts';
import { fieldSettingsReply } from '../../contract/profile-fields/replies.ts';
import { saveFieldSettings } from '../../contract/profile-fields/schemas.ts';
import { route } from '../../http/route.ts';
import { readNewestFieldSettings } from './field-settings.ts';
import { saveFieldSettings as save } from './save-field-settings.ts';

export const profileFieldRoutes = [
  route(profileFieldEndpoints.showProfileFields, { reply: fieldSettingsReply }, () => readNewestFieldSettings()),
  route(
    profileFieldEndpoints.saveProfileFields,
    { body: saveFieldSettings, reply: fieldSettingsReply },
    ({ actor, body }) => save({ actor, input: body }),
  ),
];
