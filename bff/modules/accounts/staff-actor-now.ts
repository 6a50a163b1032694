import type { StaffActor } from '../../actor.ts';
import { Account } from './model.ts';
import { rolesOf } from './policy.ts';

/**
 * The staff member for whom something is done later, with the roles held now; null once the account is closed.
 * @param address where the order came from
 */
export async function staffActorNow(order: { accountId: number; address: string }): Promise<StaffActor | null> {
  const account = await Account.findByPk(order.accountId);
  if (account?.kind !== 'staff' || account.isClosed) return null;
  return { kind: 'staff', accountId: account.id, name: account.name, address: order.address, roles: rolesOf(account) };
}
