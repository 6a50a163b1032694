import { accountEndpoints } from '../../contract/endpoints/accounts.ts';
import { staffEndpoints } from '../../contract/endpoints/staff.ts';
import * as schemas from '../../contract/schemas/accounts.ts';
import { idParams, route } from '../../http/route.ts';
import { changePassword } from './change-password.ts';
import { confirmEmail } from './confirm-email.ts';
import { confirmPhone } from './confirm-phone.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { listStaff, showStaff } from './list-staff.ts';
import { openStaff } from './open-staff.ts';
import { requestEmailCode } from './request-email-code.ts';
import { requestPhoneCode } from './request-phone-code.ts';
import { requestReset } from './request-reset.ts';
import { resetSecondFactor, resetStaffPassword } from './reset-access.ts';
import { resetMemberPassword } from './reset-member.ts';
import { resetPassword } from './reset-password.ts';
import { showContacts } from './show-contacts.ts';
import { showSecondFactor } from './show-second-factor.ts';
import { startSecondFactor } from './start-second-factor.ts';
import { closeStaff, reopenStaff, updateStaff } from './update-staff.ts';
import { readSecurity } from '../settings/read-security.ts';
import { updateSecurity } from '../settings/update-security.ts';
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

  route(staffEndpoints.listStaff, {}, () => listStaff()),
  route(staffEndpoints.createStaff, { body: schemas.createStaff }, ({ actor, body }) =>
    openStaff({ actor, staff: body }),
  ),
  route(
    staffEndpoints.updateStaff,
    { params: idParams, body: schemas.updateStaff },
    async ({ actor, params, body }) => {
      const waiting = await updateStaff({ actor, id: params.id, ...body });
      return { ...(await showStaff(params.id)), waiting };
    },
  ),
  route(staffEndpoints.closeStaff, { params: idParams }, async ({ actor, params }) => {
    await closeStaff({ actor, id: params.id });
    return showStaff(params.id);
  }),
  route(staffEndpoints.reopenStaff, { params: idParams }, async ({ actor, params }) => {
    const waiting = await reopenStaff({ actor, id: params.id });
    return { ...(await showStaff(params.id)), waiting };
  }),
  route(staffEndpoints.resetStaffPassword, { params: idParams }, ({ actor, params }) =>
    resetStaffPassword({ actor, id: params.id }),
  ),
  route(staffEndpoints.resetSecondFactor, { params: idParams }, async ({ actor, params }) => {
    const waiting = await resetSecondFactor({ actor, id: params.id });
    return { ...(await showStaff(params.id)), waiting };
  }),
  route(staffEndpoints.resetMemberPassword, { body: schemas.resetMemberPassword }, ({ actor, body }) =>
    resetMemberPassword({ actor, ...body }),
  ),
  route(staffEndpoints.showSecondFactor, {}, ({ actor }) => showSecondFactor({ actor })),
  route(staffEndpoints.startSecondFactor, { body: schemas.startSecondFactor }, ({ actor, body }) =>
    startSecondFactor({ actor, ...body }),
  ),
  route(staffEndpoints.confirmSecondFactor, { body: schemas.confirmSecondFactor }, async ({ actor, body }) => ({
    recoveryCodes: await confirmSecondFactor({ actor, ...body }),
  })),
  route(staffEndpoints.showSecurity, {}, () => readSecurity()),
  route(staffEndpoints.updateSecurity, { body: schemas.securitySettings }, ({ actor, body }) =>
    updateSecurity({ actor, settings: body }),
  ),
];
