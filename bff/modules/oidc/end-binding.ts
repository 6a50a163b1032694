import type { Transaction } from 'sequelize';
import type { Events } from '../../events.ts';
import { endSessions } from '../accounts/end-sessions.ts';
import { OidcBinding, OidcSession } from './model.ts';

/** Removes a binding; what it had opened is closed. */
export async function endOidcBinding(binding: OidcBinding, t: Transaction): Promise<void> {
  const opened = await OidcSession.findAll({ where: { bindingId: binding.id }, transaction: t });
  await endSessions({ ids: opened.map(({ sessionId }) => sessionId) }, t);
  await binding.destroy({ transaction: t });
}

/** Removes every binding of an account. */
export async function endOidcBindings(accountId: number, t: Transaction): Promise<void> {
  const bindings = await OidcBinding.findAll({ where: { accountId }, transaction: t });
  for (const binding of bindings) await endOidcBinding(binding, t);
}

/** The same once its password was set anew by a code. */
export async function endOidcBindingsOf({ accountId }: Events['password.reset'], t: Transaction): Promise<void> {
  await endOidcBindings(accountId, t);
}
