import type { World } from '../world.ts';

const ROOT = '/sandbox/oidc';
export const DISCOVERY_PATH = `${ROOT}/.well-known/openid-configuration`;
export const KEYS_PATH = `${ROOT}/jwks`;
export const AUTHORISE_PATH = `${ROOT}/authorize`;
export const TOKEN_PATH = `${ROOT}/token`;

/** Stays the same from start to start, as bindings name it: the server is asked, and passes it on. */
export const issuerOf = (world: World): string => `${world.publicUrl}${ROOT}`;

/** The one address that is registered for our client. */
export const redirectUriOf = (world: World): string => `${world.publicUrl}/oidc`;
