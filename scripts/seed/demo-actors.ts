import type { MemberActor, StaffActor } from '../../bff/actor.ts';
import { Account } from '../../bff/modules/accounts/model.ts';
import { actorOf } from '../../bff/modules/accounts/policy.ts';

/** A member of the demo association, by its account. */
export async function memberOf(login: string): Promise<MemberActor> {
  const actor = await signedIn(login);
  if (actor.kind === 'staff') throw new Error(`${login} is no member`);
  return actor;
}

/** One of its staff. */
export async function staffOf(login: string): Promise<StaffActor> {
  const actor = await signedIn(login);
  if (actor.kind !== 'staff') throw new Error(`${login} is not staff`);
  return actor;
}

async function signedIn(login: string) {
  const account = await Account.findOne({ where: { login }, rejectOnEmpty: true });
  return actorOf(account, { id: 0, address: '127.0.0.1' });
}
