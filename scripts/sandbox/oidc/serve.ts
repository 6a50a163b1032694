import { createHash } from 'node:crypto';
import { html, json, redirect, textOf, fieldsOf, type Asked, type Reply } from '../http.ts';
import { findPerson, note, randomId, type World } from '../world.ts';
import { AUTHORISE_PATH, DISCOVERY_PATH, KEYS_PATH, TOKEN_PATH, issuerOf } from './addresses.ts';
import { authoriseOidc } from './authorise.ts';
import { identityOf } from './identity.ts';
import { GRANT_MS } from './state.ts';

/** What the server asks; the page for people is asked by browsers and suffers no trouble. */
export const isOidcPath = (path: string): boolean => [DISCOVERY_PATH, KEYS_PATH, TOKEN_PATH].includes(path);
export const isOidcPage = (path: string): boolean => path === AUTHORISE_PATH;

/** Settings of bff/env.ts that lead here. */
export const oidcSettings = (world: World): Record<string, string> => ({
  OIDC_ISSUER: issuerOf(world),
  OIDC_CLIENT_ID: world.credentials.oidcClientId,
  OIDC_CLIENT_SECRET: world.credentials.oidcClientSecret,
});

/** The page on which one signs in. */
export function serveOidcPage(world: World, asked: Asked): Reply {
  const next = authoriseOidc(world, asked.query);
  return 'page' in next ? html(next.page) : redirect(next.location);
}

/** Answers as the OpenID provider of the association's own site: OpenID Connect Core 1.0, Discovery 1.0, RFC 6749, 7636. */
export function serveOidc(world: World, asked: Asked): Reply {
  const reply = answer(world, asked);
  const { error } = JSON.parse(String(reply.body)) as { error?: string };
  note(world, 'oidc', asked.path, error ?? '成功');
  return reply;
}

function answer(world: World, asked: Asked): Reply {
  if (asked.path === DISCOVERY_PATH) return json(metadataOf(world));
  if (asked.path === KEYS_PATH) return json({ keys: [publicKeyOf(world)] });
  return asked.method === 'POST' ? token(world, asked) : refuse('invalid_request');
}

function metadataOf(world: World): object {
  const at = (path: string) => `${world.publicUrl}${path}`;
  return {
    issuer: issuerOf(world),
    authorization_endpoint: at(AUTHORISE_PATH),
    token_endpoint: at(TOKEN_PATH),
    jwks_uri: at(KEYS_PATH),
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  };
}

function publicKeyOf(world: World): object {
  const { kid, own } = world.oidc.keys();
  return { ...own.publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
}

function token(world: World, asked: Asked): Reply {
  const fields = fieldsOf(asked.body);
  if (!isClient(world, asked, fields)) return refuse('invalid_client', 401);
  if (fields['grant_type'] !== 'authorization_code') return refuse('unsupported_grant_type');
  const grant = world.oidc.grants.get(textOf(fields['code']));
  if (!grant || grant.isUsed || grant.issuedAt + GRANT_MS <= world.now()) return refuse('invalid_grant');
  // Whatever else is wrong with the request, a code is good for one.
  grant.isUsed = true;
  const person = findPerson(world, grant.personId);
  const challenge = createHash('sha256').update(textOf(fields['code_verifier'])).digest('base64url');
  if (!person || grant.redirectUri !== fields['redirect_uri'] || grant.challenge !== challenge) {
    return refuse('invalid_grant');
  }
  return json({
    access_token: randomId(20),
    token_type: 'Bearer',
    expires_in: 300,
    id_token: identityOf(world, person, grant.nonce),
  });
}

/** In the header or in the body (RFC 6749, 2.3.1). */
function isClient(world: World, { headers }: Asked, fields: Record<string, unknown>): boolean {
  const { oidcClientId, oidcClientSecret } = world.credentials;
  const basic = /^Basic (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (basic === undefined) return fields['client_id'] === oidcClientId && fields['client_secret'] === oidcClientSecret;
  const given = Buffer.from(basic, 'base64').toString().split(':').map(decodeURIComponent);
  return given[0] === oidcClientId && given[1] === oidcClientSecret;
}

const refuse = (error: string, status = 400): Reply => json({ error }, status);
