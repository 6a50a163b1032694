import { signIn, type SignedIn } from '../sign-in/sign-in.ts';
import { withTicket } from './ticket.ts';
import { writeBinding } from './write-binding.ts';

/**
 * Signs a member in by login and password, with all rules of signing in, and binds the proved identity to that account:
 * the next time it opens it by itself. Throws what signing in throws, `oidc_refused`, and as `writeBinding` does.
 */
export async function bindOidc(asked: {
  ticket: string;
  browser: string;
  login: string;
  password: string;
  address: string;
  device: string;
  knownDevice?: (accountId: number) => string | undefined;
}): Promise<SignedIn> {
  const { login, password, address, device, knownDevice } = asked;
  return withTicket(asked, (identity) =>
    signIn({
      realm: 'member',
      login,
      password,
      address,
      device,
      knownDevice,
      // What is written together with the session that the password opened.
      inSameTransaction: (sessionId, t, actor) => writeBinding({ identity, actor, sessionId }, t),
    }),
  );
}
