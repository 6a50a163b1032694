import { registrationFormEndpoints as forms } from '../../contract/registration-forms/endpoints.ts';
import * as replies from '../../contract/registration-forms/replies.ts';
import * as schemas from '../../contract/registration-forms/schemas.ts';
import { route } from '../../http/route.ts';
import { readOwnForm, showOwnForm } from './own-form.ts';

/** 《律师基本信息登记表》. */
export const registrationFormRoutes = [
  route(forms.showOwnRegistrationForm, { reply: replies.ownRegistrationForm }, ({ actor }) => showOwnForm({ actor })),
  route(forms.readOwnRegistrationForm, { query: schemas.readForm }, async ({ actor, query }) => {
    const { bytes, number } = await readOwnForm({ actor, copy: query.copy });
    return { bytes, fileName: `律师基本信息登记表-${number}.pdf` };
  }),
];
