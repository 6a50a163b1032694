import { createHmac, sign } from 'node:crypto';
import { takeTrouble } from '../troubles.ts';
import { openidOf, type Person, type World } from '../world.ts';
import { issuerOf } from './addresses.ts';

const LIFE_S = 300;
const DAY_S = 86_400;

/** The person's identifier here: another one than anywhere else. */
export const subjectOf = (person: Pick<Person, 'id'>): string => openidOf(person, 'member-centre');

/** The signed identity (JWT, RS256) of a person for our client; a commanded trouble makes one that must not be believed. */
export function identityOf(world: World, person: Person, nonce: string): string {
  const trouble = takeTrouble(world, 'oidc', [
    'nonce',
    'audience',
    'issuer',
    'expired',
    'signature',
    'hmac',
    'unsigned',
  ]);
  const kind = trouble?.kind;
  const { kid, own, strange } = world.oidc.keys();
  const now = Math.floor(world.now() / 1000) - (kind === 'expired' ? DAY_S : 0);
  const claims = {
    iss: kind === 'issuer' ? 'https://elsewhere.example' : issuerOf(world),
    sub: subjectOf(person),
    aud: kind === 'audience' ? 'another-client' : world.credentials.oidcClientId,
    iat: now,
    exp: now + LIFE_S,
    ...(nonce && { nonce: kind === 'nonce' ? 'of-another-request' : nonce }),
    name: person.name,
  };
  const alg = kind === 'unsigned' ? 'none' : kind === 'hmac' ? 'HS256' : 'RS256';
  const words = `${encoded({ alg, typ: 'JWT', kid })}.${encoded(claims)}`;
  return `${words}.${signatureOf()}`;

  function signatureOf(): string {
    if (kind === 'unsigned') return '';
    // By what everybody may read: the published key, taken for a password.
    if (kind === 'hmac') {
      const published = own.publicKey.export({ type: 'spki', format: 'pem' });
      return createHmac('sha256', published).update(words).digest('base64url');
    }
    const { privateKey } = kind === 'signature' ? strange : own;
    return sign('sha256', Buffer.from(words), privateKey).toString('base64url');
  }
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
