import { accountEndpoints } from '../../contract/endpoints/accounts.ts';
import { changePassword as changePasswordBody, signIn as signInBody } from '../../contract/schemas/accounts.ts';
import { idParams, route } from '../../http/route.ts';
import { changePassword } from './change-password.ts';
import { listDevices } from './list-devices.ts';
import { presentDevice } from './present.ts';
import { revokeDevice } from './revoke-device.ts';
import { showSession } from './show-session.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

export const accountRoutes = [
  route(accountEndpoints.signIn, { body: signInBody }, async ({ body, address, device, session }) => {
    const { token, reply } = await signIn({ realm: 'member', ...body, address, device });
    if (body.tokenIn === 'reply') return { ...reply, token };
    session.start(token);
    return reply;
  }),
  route(accountEndpoints.showSession, {}, ({ actor }) => showSession({ actor })),
  route(accountEndpoints.signOut, {}, async ({ actor, session }) => {
    await signOut({ actor });
    session.end();
    return null;
  }),
  route(accountEndpoints.changePassword, { body: changePasswordBody }, ({ actor, body }) =>
    changePassword({ actor, ...body }),
  ),
  route(accountEndpoints.listDevices, {}, async ({ actor }) =>
    (await listDevices({ actor })).map((session) => presentDevice(session, actor)),
  ),
  route(accountEndpoints.revokeDevice, { params: idParams }, async ({ actor, params }) => {
    await revokeDevice({ actor, id: params.id });
    return null;
  }),
  route(accountEndpoints.staffSignIn, { body: signInBody }, async ({ body, address, device, session }) => {
    const { token, reply } = await signIn({ realm: 'staff', ...body, address, device });
    if (body.tokenIn === 'reply') return { ...reply, token };
    session.start(token);
    return reply;
  }),
  route(accountEndpoints.showStaffSession, {}, ({ actor }) => showSession({ actor })),
  route(accountEndpoints.staffSignOut, {}, async ({ actor, session }) => {
    await signOut({ actor });
    session.end();
    return null;
  }),
  route(accountEndpoints.changeStaffPassword, { body: changePasswordBody }, ({ actor, body }) =>
    changePassword({ actor, ...body }),
  ),
];
