import * as accountReplies from '../../contract/accounts/replies.ts';
import { oidcEndpoints } from '../../contract/oidc/endpoints.ts';
import * as replies from '../../contract/oidc/replies.ts';
import { bindOidc as bindBody, identifyByOidc, oidcSignIn } from '../../contract/oidc/schemas.ts';
import { nothing } from '../../contract/reply-parts.ts';
import { idParams, route } from '../../http/route.ts';
import { beginAuthorisation } from './authorisation.ts';
import { bindOidc } from './bind-oidc.ts';
import { identify } from './identify.ts';
import { listBindings } from './list-bindings.ts';
import { presentBinding } from './present.ts';
import { signInByOidc } from './sign-in-by-oidc.ts';
import { unbindOidc } from './unbind-oidc.ts';

export const oidcRoutes = [
  route(oidcEndpoints.beginOidc, { reply: replies.oidcAuthorisation }, ({ address }) => beginAuthorisation(address)),
  route(oidcEndpoints.identifyByOidc, { body: identifyByOidc, reply: replies.oidcIdentityReply }, ({ body, address }) =>
    identify({ ...body, address }),
  ),
  route(
    oidcEndpoints.signInByOidc,
    { body: oidcSignIn, reply: accountReplies.sessionReply },
    async ({ body, address, device, session }) =>
      session.start(await signInByOidc({ ...body, address, device }), 'cookie'),
  ),
  route(
    oidcEndpoints.bindOidc,
    { body: bindBody, reply: accountReplies.sessionReply },
    async ({ body, address, device, session }) => {
      const { knownDevice } = session;
      return session.start(await bindOidc({ ...body, address, device, knownDevice }), 'cookie');
    },
  ),
  route(oidcEndpoints.listOidcBindings, { reply: replies.oidcBindingReply.array() }, async ({ actor }) => {
    const { bindings, currentId } = await listBindings({ actor });
    return bindings.map((binding) => presentBinding(binding, currentId));
  }),
  route(oidcEndpoints.unbindOidc, { params: idParams, reply: nothing }, async ({ actor, params }) => {
    await unbindOidc({ actor, id: params.id });
    return null;
  }),
];
