import type { SessionReply } from '../accounts/replies.ts';
import { endpoint } from '../endpoint.ts';
import type { OidcAuthorisation, OidcBindingReply, OidcIdentityReply } from './replies.ts';
import type { BindOidc, IdentifyByOidc, OidcSignIn } from './schemas.ts';

export type * from './replies.ts';

export const oidcEndpoints = {
  beginOidc: endpoint<{ reply: OidcAuthorisation }>()({
    method: 'POST',
    path: '/session/oidc/authorisation',
    access: 'public',
    summary: "Where a browser goes to prove its account at the association's own site; null where there is none",
  }),
  identifyByOidc: endpoint<{ body: IdentifyByOidc; reply: OidcIdentityReply }>()({
    method: 'POST',
    path: '/session/oidc/identity',
    access: 'public',
    summary: "Who came back from the association's own site, and whether an account is bound to it",
  }),
  signInByOidc: endpoint<{ body: OidcSignIn; reply: SessionReply }>()({
    method: 'POST',
    path: '/session/oidc',
    access: 'public',
    summary: "Signs the account in that the identity at the association's own site is bound to",
  }),
  bindOidc: endpoint<{ body: BindOidc; reply: SessionReply }>()({
    method: 'POST',
    path: '/session/oidc/binding',
    access: 'public',
    summary: "Signs in by password and binds the identity at the association's own site to the account",
  }),
  listOidcBindings: endpoint<{ reply: OidcBindingReply[] }>()({
    method: 'GET',
    path: '/oidc-bindings',
    access: 'member',
    summary: "Identities at the association's own site that open this account",
  }),
  unbindOidc: endpoint<{ params: { id: string }; reply: null }>()({
    method: 'DELETE',
    path: '/oidc-bindings/:id',
    access: 'member',
    whileHeld: 'open',
    summary: 'Unbinds such an identity and signs out what it opened',
  }),
} as const;
