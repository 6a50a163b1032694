import type { Transaction } from 'sequelize';
import { port } from './port.ts';
import type { Actor, StaffActor } from './actor.ts';
import type { SubjectKind } from './contract/registry/enums.ts';
import type { SubjectRef } from './subject.ts';

/** What has happened, for whoever stands above; ids, and words that are frozen with it. */
export interface Events {
  /** An application was approved; `issue-certificate` is under way. */
  'application.approved': { applicationId: number; certificateId: number };
  /** The document is there. `bulkOrderId`: the order that it came with, whose module tells its member. */
  'certificate.issued': { applicationId: number; certificateId: number; bulkOrderId: number | null };
  /** Paper lies ready to be collected; who tells its member of it depends on the order that it came with. */
  'paper.ready': { applicationId: number; bulkOrderId: number | null; place: string; hours: string };
  /** So much of what was paid for the paper of a bulk order is back, fen. */
  'bulk-paper.refunded': { bulkOrderId: number; amountFen: number };
  /** So much paper of a bulk order was not paid for in time and is given up. */
  'bulk-paper.lapsed': { bulkOrderId: number; orders: number };
  'certificate.revoked': { applicationId: number; certificateId: number; by: Actor };
  /** `applicationId` is the old one. */
  'certificate.replaced': { applicationId: number; successor: Successor; by: Actor };
  /** A fact of the registry that letters print or deny is another one now. */
  'member.changed': MemberChange;
  /** A record of hours of a lawyer is gone; `by` null: a machine removed it. */
  'hours.removed': { recordId: number; lawyerId: number; by: StaffActor | null };
  /** A lawyer is new in the registry. */
  'lawyer.entered': { lawyerId: number };
  /** 信息补全 of a lawyer is in another state now. */
  'profile.moved': { lawyerId: number };
  /** A forgotten password was set anew by a code: whoever was in with the old one is out. */
  'password.reset': { accountId: number };
  /** Office hours or special days are others now: what was reckoned on them may be due at another time. */
  'office-hours.changed': object;
}
/** One fact of a firm or a lawyer that has changed; the words are frozen. */
export interface MemberChange {
  /** As it is called now. */
  subject: SubjectRef<SubjectKind> & { name: string; licenceNo: string };
  /**
   * `date`: a day of the past that was entered wrongly; `firm`: the one a lawyer is in, by name; `said`: what letters say of
   * the member besides, as they print it (a firm's address); `sex` and `category` of a lawyer, in the words of letters; the last
   * eight: a record that was entered, corrected or taken back.
   */
  fact:
    | ('discipline' | 'status' | 'firm' | 'name' | 'number' | 'date' | 'said' | 'sex' | 'category')
    | ('discipline-withdrawn' | 'history' | 'former-name' | 'dues' | 'assessment')
    | ('merger' | 'appointment' | 'hours');
  /** The discipline record; null: another fact. */
  recordId: number | null;
  /** What it was, as the registry keeps it or (records) as letters print it; '' where there was none. */
  before: string;
  /** The day (yyyy-MM-dd) from which it is otherwise, as entered; null: nobody has said, or it is of now. */
  effectiveOn: string | null;
  /** What changed, for staff to read. */
  words: string;
  /** Who has changed it. */
  by: string;
}
/** A certificate in place of another one. */
export interface Successor {
  applicationId: number;
  certificateId: number;
  number: string;
}
export type EventName = keyof Events;

/** An act that follows an event, in the publisher's transaction: both happen, or neither. */
export type Reaction<Name extends EventName> = (event: Events[Name], t: Transaction) => Promise<void>;
/** Event → acts, in this order. */
export type Reactions = { [Name in EventName]: readonly Reaction<Name>[] };

/** Answered by `reactions.ts`. */
export const reactions = port<Reactions>('reactions.ts');

/** Says what has happened, in the transaction in which it happens; every reaction has run when it returns. */
export async function publish<Name extends EventName>(name: Name, event: Events[Name], t: Transaction): Promise<void> {
  for (const react of reactions.answer[name]) await react(event, t);
}
