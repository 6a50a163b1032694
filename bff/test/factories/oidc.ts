import { Account } from '../../modules/accounts/model.ts';
import { OidcBinding } from '../../modules/oidc/model.ts';
import { clock } from '../../platform/clock/clock.ts';
import { randomToken } from '../../platform/crypto/tokens.ts';

/** An identity at the association's own site that opens a member's account, as if bound by password. */
export async function makeOidcBinding(
  member: { firmId: number } | { lawyerId: number },
  given: Partial<Pick<OidcBinding, 'issuer' | 'subject'>> = {},
): Promise<OidcBinding> {
  const { id: accountId } = await Account.findOne({ where: member, rejectOnEmpty: true });
  const now = clock.now();
  return OidcBinding.create({
    accountId,
    issuer: 'https://member.example',
    subject: randomToken(128),
    ...given,
    name: '林知远',
    boundAt: now,
    lastUsedAt: now,
  });
}
