import type { Transaction } from 'sequelize';
import type { MemberId } from '../../subject.ts';
import { readOpeningMobile } from '../registry/contacts/opening-contacts.ts';
import { lastAsker } from '../two-person/changes-of-account.ts';

/**
 * The mobile that opens an account by a text or by WeChat's word. None for one that was taken back: its owner has none of
 * the registered contacts, and who of the staff asked for that may be the one who entered them. Both are looked up in any
 * case, so that the answer takes as long.
 */
export async function readAccountMobile(
  { accountId, member }: { accountId: number; member: MemberId },
  t?: Transaction,
): Promise<string | null> {
  const mobile = await readOpeningMobile(member, t);
  const returnedBy = await lastAsker({ kind: 'member_reset', accountId }, t);
  return returnedBy === null ? mobile : null;
}
