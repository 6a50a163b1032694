import type { MemberId } from '../../subject.ts';
import type { Account } from './model.ts';

/** Whose account it is; without one somebody who does not exist, so that a look-up costs the same. */
export function memberOf(account: Pick<Account, 'firmId' | 'lawyerId'> | null): MemberId {
  if (account && account.firmId !== null) return { kind: 'firm', id: account.firmId };
  return { kind: 'lawyer', id: account?.lawyerId ?? 0 };
}
