import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import type { SignedIn } from '../sign-in/sign-in.ts';
import { signInKnown } from '../sign-in/sign-in-known.ts';
import { OidcBinding, OidcSession } from './model.ts';
import { withTicket } from './ticket.ts';

/**
 * Starts a session for the account that a proved identity is bound to. Throws `oidc_refused`, `oidc_not_bound`, and
 * `forbidden` for a closed account.
 */
export async function signInByOidc(asked: {
  ticket: string;
  browser: string;
  address: string;
  device: string;
}): Promise<SignedIn> {
  const { address, device } = asked;
  return withTicket(asked, async ({ issuer, subject, name }) => {
    const binding = await OidcBinding.findOne({ where: { issuer, subject } });
    if (!binding) throw new AppError('oidc_not_bound');
    return signInKnown({
      accountId: binding.accountId,
      address,
      device,
      unopened: 'oidc_not_bound',
      inSameTransaction: async (sessionId, t) => {
        // Unbound at this very moment: the row is gone, and no session without it.
        const still = await OidcBinding.findByPk(binding.id, { transaction: t, lock: t.LOCK.UPDATE });
        if (still?.accountId !== binding.accountId) throw new AppError('oidc_not_bound');
        await still.update({ name, lastUsedAt: clock.now() }, { transaction: t });
        await OidcSession.create({ bindingId: binding.id, sessionId }, { transaction: t });
      },
    });
  });
}
