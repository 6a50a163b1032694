import { wechatEndpoints } from '../../contract/wechat/endpoints.ts';
import {
  addWechatBinding,
  bindWechat as bindWechatBody,
  makeMiniProgramLink as linkBody,
  signPage as pageBody,
  wechatSignIn,
} from '../../contract/wechat/schemas.ts';
import { nothing } from '../../contract/reply-parts.ts';
import * as accountReplies from '../../contract/accounts/replies.ts';
import * as replies from '../../contract/wechat/replies.ts';
import { idParams, route } from '../../http/route.ts';
import { beginAuthorisation } from './authorisation.ts';
import { bindOwnWechat } from './bind-own-wechat.ts';
import { bindWechat } from './bind-wechat.ts';
import { listBindings } from './list-bindings.ts';
import { makeMiniProgramLink } from './make-mini-program-link.ts';
import { presentBinding } from './present.ts';
import { signInByWechat } from './sign-in-by-wechat.ts';
import { signOwnPage } from './sign-own-page.ts';
import { unbindWechat } from './unbind-wechat.ts';

export const wechatRoutes = [
  route(
    wechatEndpoints.signInByWechat,
    { body: wechatSignIn, reply: accountReplies.sessionReply },
    async ({ body, address, device, session }) => {
      const signedIn = await signInByWechat({ proof: body.proof, address, device });
      return session.start(signedIn, body.tokenIn);
    },
  ),
  route(wechatEndpoints.beginWechatAuthorisation, { reply: replies.wechatAuthorisation }, ({ address }) =>
    beginAuthorisation(address),
  ),
  route(
    wechatEndpoints.bindWechat,
    { body: bindWechatBody, reply: accountReplies.sessionReply },
    async ({ body, address, device, session }) => {
      const signedIn = await bindWechat({ ...body, address, device, knownDevice: session.knownDevice });
      return session.start(signedIn, body.tokenIn);
    },
  ),
  route(wechatEndpoints.listWechatBindings, { reply: replies.wechatBindingReply.array() }, async ({ actor }) => {
    const { bindings, currentId } = await listBindings({ actor });
    return bindings.map((binding) => presentBinding(binding, currentId));
  }),
  route(
    wechatEndpoints.addWechatBinding,
    { body: addWechatBinding, reply: replies.wechatBindingReply },
    async ({ actor, body, address }) => {
      const binding = await bindOwnWechat({ actor, ...body, address });
      return presentBinding(binding, binding.id);
    },
  ),
  route(wechatEndpoints.unbindWechat, { params: idParams, reply: nothing }, async ({ actor, params }) => {
    await unbindWechat({ actor, id: params.id });
    return null;
  }),
  route(
    wechatEndpoints.makeMiniProgramLink,
    { body: linkBody, reply: replies.miniProgramLink },
    async ({ body, address }) => ({
      url: await makeMiniProgramLink(body, address),
    }),
  ),
  route(wechatEndpoints.signPage, { body: pageBody, reply: replies.pageSignature.nullable() }, ({ body, address }) =>
    signOwnPage(body.url, address),
  ),
];
