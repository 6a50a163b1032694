import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../actor.ts';
import type { Role } from '../../contract/accounts/enums.ts';
import type { SentAccess } from '../../contract/accounts/replies.ts';
import type { ChangeKind } from '../../contract/two-person/enums.ts';
import { port } from '../../port.ts';
import type { Change } from './model.ts';
import type { Leave } from './request-change.ts';

/** A change that was agreed on, as its act is called: in one transaction, which begins with `leave`. */
export interface Agreed<Kind extends ChangeKind> {
  actor: StaffActor;
  payload: Extract<Change, { kind: Kind }>['payload'];
  leave: Leave;
}
/** Answers what was sent to whom where a change hands out access. */
type CarryOut<Kind extends ChangeKind> = (agreed: Agreed<Kind>) => Promise<SentAccess | null>;

export interface Confirmable {
  /** Kind of change → the act that carries it out. */
  carryOut: { [Kind in ChangeKind]: CarryOut<Kind> };
  /** Open accounts of the staff and their roles, locked until the commit. */
  lockOpenStaff(t: Transaction): Promise<ReadonlyMap<number, readonly Role[]>>;
  countAdministrators(): Promise<number>;
}

/** Answered by `confirmable-changes.ts`. */
export const confirmable = port<Confirmable>('confirmable-changes.ts');
