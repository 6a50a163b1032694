import { z } from 'zod';
import { signIn } from '../accounts/schemas.ts';

/** A secret that we have made: 128 random bits and more. */
const secret = z.string().max(100);

/** What the provider sent the browser back with. */
export const identifyByOidc = z.strictObject({
  /** RFC 6749 leaves its length to the provider; the longest seen are encrypted ones of some hundred characters. */
  code: z.string().min(1).max(2_000),
  state: secret,
  browser: secret,
  /** Who answers (RFC 9207), where the provider says so. */
  iss: z.string().max(500).optional(),
});
export type IdentifyByOidc = z.input<typeof identifyByOidc>;

export const oidcSignIn = z.strictObject({ ticket: secret, browser: secret });
export type OidcSignIn = z.input<typeof oidcSignIn>;

export const bindOidc = oidcSignIn.extend({ login: signIn.shape.login, password: signIn.shape.password });
export type BindOidc = z.input<typeof bindOidc>;
