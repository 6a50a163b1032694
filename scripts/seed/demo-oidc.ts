import { env } from '../../bff/env.ts';
import { OidcBinding } from '../../bff/modules/oidc/model.ts';
import { clock } from '../../bff/platform/clock/clock.ts';
import { subjectOf } from '../sandbox/oidc/identity.ts';
import { memberOf } from './demo-actors.ts';

/**
 * One person of the sandbox's 会员中心 has bound the demo lawyer of the same name: who signs in there as 林知远 is in, and
 * everybody else binds first. Without the sandbox there is nobody to bind.
 */
export async function seedDemoOidc(): Promise<void> {
  const { OIDC_ISSUER: issuer, SANDBOX_URL } = env;
  if (!issuer || !SANDBOX_URL || (await OidcBinding.count()) > 0) return;
  const { accountId, name } = await memberOf('14499201210100017');
  const now = clock.now();
  const subject = subjectOf({ id: 'zhiyuan' });
  await OidcBinding.create({ accountId, issuer, subject, name, boundAt: now, lastUsedAt: now });
}
