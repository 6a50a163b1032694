import { accountEndpoints } from '../../contract/accounts/endpoints.ts';
import { staffEndpoints } from '../../contract/staff/endpoints.ts';
import * as schemas from '../../contract/accounts/schemas.ts';
import * as staffSchemas from '../../contract/staff/schemas.ts';
import { idParams, route } from '../../http/route.ts';
import { changePassword } from './change-password.ts';
import { confirmEmail } from './contacts/confirm-email.ts';
import { confirmPhone } from './contacts/confirm-phone.ts';
import { confirmSecondFactor } from './second-factor/confirm-second-factor.ts';
import { requestEmailCode } from './contacts/request-email-code.ts';
import { requestPhoneCode } from './contacts/request-phone-code.ts';
import { requestReset } from './request-reset.ts';
import { resetPassword } from './reset-password.ts';
import { showContacts } from './contacts/show-contacts.ts';
import { showSecondFactor } from './second-factor/show-second-factor.ts';
import { startSecondFactor } from './second-factor/start-second-factor.ts';
import { listDevices } from './list-devices.ts';
import { presentDevice } from './present.ts';
import { revokeDevice } from './revoke-device.ts';
import { showSession } from './show-session.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

export const accountRoutes = [
  route(accountEndpoints.signIn, { body: schemas.signIn }, async ({ body, address, device, session }) => {
    const { knownDevice } = session;
    return session.start(await signIn({ realm: 'member', ...body, address, device, knownDevice }), body.tokenIn);
  }),
  route(accountEndpoints.showSession, {}, ({ actor }) => showSession({ actor })),
  route(accountEndpoints.signOut, {}, async ({ actor, session }) => {
    await signOut({ actor });
    session.end();
    return null;
  }),
  route(accountEndpoints.changePassword, { body: schemas.changePassword }, ({ actor, body }) =>
    changePassword({ actor, ...body }),
  ),
  route(accountEndpoints.listDevices, {}, async ({ actor }) =>
    (await listDevices({ actor })).map((session) => presentDevice(session, actor)),
  ),
  route(accountEndpoints.revokeDevice, { params: idParams }, async ({ actor, params }) => {
    await revokeDevice({ actor, id: params.id });
    return null;
  }),
  route(accountEndpoints.staffSignIn, { body: schemas.staffSignIn }, async ({ body, address, device, session }) => {
    const { knownDevice } = session;
    return session.start(await signIn({ realm: 'staff', ...body, address, device, knownDevice }), body.tokenIn);
  }),
  route(accountEndpoints.showStaffSession, {}, ({ actor }) => showSession({ actor })),
  route(accountEndpoints.staffSignOut, {}, async ({ actor, session }) => {
    await signOut({ actor });
    session.end();
    return null;
  }),
  route(accountEndpoints.changeStaffPassword, { body: schemas.changePassword }, ({ actor, body }) =>
    changePassword({ actor, ...body }),
  ),
  route(accountEndpoints.showContacts, {}, ({ actor }) => showContacts({ actor })),
  route(accountEndpoints.requestEmailCode, { body: schemas.requestEmailCode }, ({ actor, body }) =>
    requestEmailCode({ actor, ...body }),
  ),
  route(accountEndpoints.confirmEmail, { body: schemas.confirmEmail }, async ({ actor, body }) => {
    await confirmEmail({ actor, ...body });
    return showContacts({ actor });
  }),
  route(accountEndpoints.requestPhoneCode, { body: schemas.requestPhoneCode }, ({ actor, body }) =>
    requestPhoneCode({ actor, ...body }),
  ),
  route(accountEndpoints.confirmPhone, { body: schemas.confirmPhone }, async ({ actor, body }) => {
    await confirmPhone({ actor, ...body });
    return showContacts({ actor });
  }),
  route(accountEndpoints.requestReset, { body: schemas.requestReset }, ({ body, address, session }) =>
    requestReset({ ...body, address, knownDevice: session.knownDevice }),
  ),
  route(accountEndpoints.resetPassword, { body: schemas.resetPassword }, async ({ body, address, session }) => {
    await resetPassword({ ...body, address, knownDevice: session.knownDevice });
    return null;
  }),
  route(staffEndpoints.showSecondFactor, {}, ({ actor }) => showSecondFactor({ actor })),
  route(staffEndpoints.startSecondFactor, { body: staffSchemas.startSecondFactor }, ({ actor, body }) =>
    startSecondFactor({ actor, ...body }),
  ),
  route(staffEndpoints.confirmSecondFactor, { body: staffSchemas.confirmSecondFactor }, async ({ actor, body }) => ({
    recoveryCodes: await confirmSecondFactor({ actor, ...body }),
  })),
];
