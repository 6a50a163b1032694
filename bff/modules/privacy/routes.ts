import { privacyEndpoints } from '../../contract/privacy/endpoints.ts';
import { agreeToPrivacy as agreeBody } from '../../contract/privacy/schemas.ts';
import * as replies from '../../contract/privacy/replies.ts';
import { route } from '../../http/route.ts';
import type { MemberActor } from '../../actor.ts';
import { agreeToPrivacy } from './agree-to-privacy.ts';
import { listConsents } from './list-consents.ts';
import { presentConsent } from './present.ts';
import { withdrawPrivacy } from './withdraw-privacy.ts';

const list = async (actor: MemberActor) => (await listConsents({ actor })).map(presentConsent);

export const privacyRoutes = [
  route(privacyEndpoints.listPrivacyConsents, { reply: replies.privacyConsentReply.array() }, ({ actor }) =>
    list(actor),
  ),
  route(
    privacyEndpoints.agreeToPrivacy,
    { body: agreeBody, reply: replies.privacyConsentReply.array() },
    async ({ actor, body }) => {
      await agreeToPrivacy({ actor, version: body.version });
      return list(actor);
    },
  ),
  route(privacyEndpoints.withdrawPrivacy, { reply: replies.privacyConsentReply.array() }, async ({ actor }) => {
    await withdrawPrivacy({ actor });
    return list(actor);
  }),
];
