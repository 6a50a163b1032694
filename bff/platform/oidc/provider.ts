import type * as OpenidClient from 'openid-client';
import type { ClientAuth, Configuration } from 'openid-client';
import { HOUR_MS } from '../../contract/dates.ts';
import { env } from '../../env.ts';
import { keepsState } from '../singletons.ts';

type Library = typeof OpenidClient;

/** What is known of the provider, and how it is asked. */
export interface Provider {
  library: Library;
  config: Configuration;
}

/** A member waits for it, and one answer may take three calls. */
const PATIENCE_S = 5;
/** A provider that moves its addresses keeps the old ones for longer. */
const KEPT_MS = HOUR_MS;

let kept: { provider: Promise<Provider>; until: number } | undefined;
keepsState(forgetProvider);

/** Has it read anew by the next who needs it. */
export function forgetProvider(): void {
  kept = undefined;
}

/** Whether the association's own site opens accounts here. */
export const hasOidc = (): boolean => env.OIDC_ISSUER !== undefined;

/** Reads where the provider's parts are (discovery), once an hour for everybody. Throws what the library throws. */
export async function openProvider(): Promise<Provider> {
  const now = performance.now();
  if (!kept || kept.until <= now) kept = { provider: discover(), until: now + KEPT_MS };
  const { provider } = kept;
  provider.catch(() => {
    // The next one asks anew.
    if (kept?.provider === provider) kept = undefined;
  });
  return provider;
}

async function discover(): Promise<Provider> {
  const library = await import('openid-client');
  // Reading is repeated without harm, and a first connection is what fails by chance.
  const config = await read(library).catch(() => read(library));
  return { library, config };
}

function read(library: Library): Promise<Configuration> {
  const { OIDC_ISSUER = '', OIDC_CLIENT_ID = '', OIDC_CLIENT_SECRET = '' } = env;
  const issuer = new URL(OIDC_ISSUER);
  return library.discovery(issuer, OIDC_CLIENT_ID, undefined, clientAuth(library, OIDC_CLIENT_SECRET), {
    timeout: PATIENCE_S,
    execute: [
      // Without it the library trusts TLS alone and does not look at the signature of an identity.
      library.enableNonRepudiationChecks,
      ...(issuer.protocol === 'http:' ? [library.allowInsecureRequests] : []),
    ],
  });
}

/** In the way that the provider takes; the header where it does not say (OpenID Connect Discovery 1.0, section 3). */
function clientAuth(library: Library, secret: string): ClientAuth {
  const inHeader = library.ClientSecretBasic(secret);
  const inBody = library.ClientSecretPost(secret);
  return (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (ways.includes('client_secret_basic') ? inHeader : inBody)(server, ...rest);
  };
}
