import { accountEndpoints } from '../../contract/accounts/endpoints.ts';
import { staffEndpoints } from '../../contract/staff/endpoints.ts';
import * as schemas from '../../contract/accounts/schemas.ts';
import * as staffSchemas from '../../contract/staff/schemas.ts';
import { nothing } from '../../contract/reply-parts.ts';
import * as replies from '../../contract/accounts/replies.ts';
import * as staffReplies from '../../contract/staff/replies.ts';
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
  route(
    accountEndpoints.signIn,
    { body: schemas.signIn, reply: replies.sessionReply },
    async ({ body, address, device, session }) => {
      const { knownDevice } = session;
      return session.start(await signIn({ realm: 'member', ...body, address, device, knownDevice }), body.tokenIn);
    },
  ),
  route(accountEndpoints.showSession, { reply: replies.sessionReply }, ({ actor }) => showSession({ actor })),
  route(accountEndpoints.signOut, { reply: nothing }, async ({ actor, session }) => {
    await signOut({ actor });
    session.end();
    return null;
  }),
  route(
    accountEndpoints.changePassword,
    { body: schemas.changePassword, reply: replies.sessionReply },
    ({ actor, body }) => changePassword({ actor, ...body }),
  ),
  route(accountEndpoints.listDevices, { reply: replies.deviceSession.array() }, async ({ actor }) =>
    (await listDevices({ actor })).map((session) => presentDevice(session, actor)),
  ),
  route(accountEndpoints.revokeDevice, { params: idParams, reply: nothing }, async ({ actor, params }) => {
    await revokeDevice({ actor, id: params.id });
    return null;
  }),
  route(
    accountEndpoints.staffSignIn,
    { body: schemas.staffSignIn, reply: replies.sessionReply },
    async ({ body, address, device, session }) => {
      const { knownDevice } = session;
      return session.start(await signIn({ realm: 'staff', ...body, address, device, knownDevice }), body.tokenIn);
    },
  ),
  route(accountEndpoints.showStaffSession, { reply: replies.sessionReply }, ({ actor }) => showSession({ actor })),
  route(accountEndpoints.staffSignOut, { reply: nothing }, async ({ actor, session }) => {
    await signOut({ actor });
    session.end();
    return null;
  }),
  route(
    accountEndpoints.changeStaffPassword,
    { body: schemas.changePassword, reply: replies.sessionReply },
    ({ actor, body }) => changePassword({ actor, ...body }),
  ),
  route(accountEndpoints.showContacts, { reply: replies.contactsReply }, ({ actor }) => showContacts({ actor })),
  route(
    accountEndpoints.requestEmailCode,
    { body: schemas.requestEmailCode, reply: replies.codeSent },
    ({ actor, body }) => requestEmailCode({ actor, ...body }),
  ),
  route(
    accountEndpoints.confirmEmail,
    { body: schemas.confirmEmail, reply: replies.contactsReply },
    async ({ actor, body }) => {
      await confirmEmail({ actor, ...body });
      return showContacts({ actor });
    },
  ),
  route(
    accountEndpoints.requestPhoneCode,
    { body: schemas.requestPhoneCode, reply: replies.codeSent },
    ({ actor, body }) => requestPhoneCode({ actor, ...body }),
  ),
  route(
    accountEndpoints.confirmPhone,
    { body: schemas.confirmPhone, reply: replies.contactsReply },
    async ({ actor, body }) => {
      await confirmPhone({ actor, ...body });
      return showContacts({ actor });
    },
  ),
  route(
    accountEndpoints.requestReset,
    { body: schemas.requestReset, reply: replies.codeAsked },
    ({ body, address, session }) => requestReset({ ...body, address, knownDevice: session.knownDevice }),
  ),
  route(
    accountEndpoints.resetPassword,
    { body: schemas.resetPassword, reply: nothing },
    async ({ body, address, session }) => {
      await resetPassword({ ...body, address, knownDevice: session.knownDevice });
      return null;
    },
  ),
  route(staffEndpoints.showSecondFactor, { reply: staffReplies.secondFactorReply }, ({ actor }) =>
    showSecondFactor({ actor }),
  ),
  route(
    staffEndpoints.startSecondFactor,
    { body: staffSchemas.startSecondFactor, reply: staffReplies.secondFactorSetup },
    ({ actor, body }) => startSecondFactor({ actor, ...body }),
  ),
  route(
    staffEndpoints.confirmSecondFactor,
    { body: staffSchemas.confirmSecondFactor, reply: staffReplies.recoveryCodes },
    async ({ actor, body }) => ({
      recoveryCodes: await confirmSecondFactor({ actor, ...body }),
    }),
  ),
];
