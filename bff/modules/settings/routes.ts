import { officeEndpoints } from '../../contract/endpoints/office.ts';
import { officeSettings } from '../../contract/schemas/office.ts';
import { route } from '../../http/route.ts';
import { signer } from '../../platform/signer/signer.ts';
import { readSettings } from './read-settings.ts';
import { updateSettings } from './update-settings.ts';

export const settingsRoutes = [
  route(officeEndpoints.showPublicSettings, {}, async () => ({ ...(await readSettings()), isTest: signer.isSandbox })),
  route(officeEndpoints.showSettings, {}, () => readSettings()),
  route(officeEndpoints.updateSettings, { body: officeSettings }, ({ actor, body }) =>
    updateSettings({ actor, settings: body }),
  ),
];
