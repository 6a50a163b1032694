import type { ChangeState } from '../../contract/two-person/enums.ts';
import type { Role } from '../../contract/accounts/enums.ts';
import type { ChangeKind } from '../../contract/two-person/enums.ts';

interface Asked {
  state: Exclude<ChangeState, 'expired'>;
  requestedBy: number;
  accountId: number | null;
  expiresAt: number;
}

/** Where a change stands at an instant. */
export const stateAt = ({ state, expiresAt }: Asked, now: number): ChangeState =>
  state === 'waiting' && expiresAt <= now ? 'expired' : state;

/** What an administrator may do about a change: nobody is his or her own second person. */
export function mayAct(change: Asked, by: number, now: number) {
  const waits = stateAt(change, now) === 'waiting';
  const isOther = change.requestedBy !== by;
  return {
    confirm: waits && isOther && change.accountId !== by,
    decline: waits && isOther,
    withdraw: waits && !isOther,
  };
}

const OTHERS_ASK: Partial<Record<ChangeKind, readonly Role[]>> = {
  member_reset: ['registrar', 'service', 'administrator'],
  field_change: ['registrar', 'administrator'],
};

/** Who may ask: the counter for members who cannot get in, who keeps the registry for what it says; else administrators. */
export const mayAsk = (kind: ChangeKind): readonly Role[] => OTHERS_ASK[kind] ?? ['administrator'];
