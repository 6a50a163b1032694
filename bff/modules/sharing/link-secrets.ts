import { randomInt } from 'node:crypto';
import { env } from '../../env.ts';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import { decrypt, encrypt } from '../../platform/crypto/encryption.ts';
import type { ShareLink } from './model.ts';

/** Guessing one is hopeless (certificates.md, Verifying). */
const TOKEN_BITS = 128;
const CODE_DIGITS = 6;

type Secrets = Pick<ShareLink, 'tokenHash' | 'tokenSealed' | 'codeSealed'>;

/** Token and, if wanted, access code of a new link, as they are stored. */
export function newSecrets({ hasCode }: { hasCode: boolean }): Secrets {
  const token = randomToken(TOKEN_BITS);
  const tokenHash = hashToken(token);
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
  return {
    tokenHash,
    tokenSealed: encrypt(token, `share_links.token:${tokenHash}`),
    codeSealed: hasCode ? encrypt(code, `share_links.code:${tokenHash}`) : null,
  };
}

/** The link as it is sent to its recipient. */
export function urlOf({ tokenHash, tokenSealed }: Secrets): string {
  return `${env.PUBLIC_URL}/s/${decrypt(tokenSealed, `share_links.token:${tokenHash}`)}`;
}

/** The access code; null: none is asked for. */
export function codeOf({ tokenHash, codeSealed }: Secrets): string | null {
  return codeSealed === null ? null : decrypt(codeSealed, `share_links.code:${tokenHash}`);
}
