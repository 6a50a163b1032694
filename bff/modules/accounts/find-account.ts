import { Op } from 'sequelize';
import type { Realm } from '../../actor.ts';
import { Account } from './model.ts';

/** The account a typed login names, or null. Members may use licence number or credit code, in any case. */
export async function findAccount(realm: Realm, typed: string): Promise<Account | null> {
  if (realm === 'staff') return Account.findOne({ where: { login: typed.toLowerCase(), kind: 'staff' } });
  const login = typed.toUpperCase();
  const found = await Account.findAll({
    where: { kind: { [Op.in]: ['firm', 'lawyer'] }, [Op.or]: [{ login }, { altLogin: login }] },
  });
  // Should one member's licence number be another's credit code, the licence number was asked for first.
  return found.find((account) => account.login === login) ?? found[0] ?? null;
}
