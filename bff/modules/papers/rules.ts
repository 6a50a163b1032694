import { toShanghaiDate } from '../../contract/dates.ts';
import type { PaperState } from '../../contract/papers/enums.ts';
import type { Pickup } from '../../contract/certificates/enums.ts';
import { costsSomething, type PaperFees } from '../../contract/papers/fees.ts';

/** What may happen to a paper order (certificates.md, Paper). */
export const PAPER_ACTS = ['pay', 'finish-print', 'hand-over', 'mail', 'deliver', 'reprint', 'void'] as const;
export type PaperAct = (typeof PAPER_ACTS)[number];

type Next = PaperState | Record<Pickup, PaperState | null>;

const BACK_TO_PRINT: Partial<Record<PaperState, Next>> = {
  to_print: 'to_print',
  to_collect: 'to_print',
  to_mail: 'to_print',
  mailed: 'to_print',
  completed: 'to_print',
};
const VOIDED: Partial<Record<PaperState, Next>> = {
  awaiting_payment: 'voided',
  to_print: 'voided',
  to_collect: 'voided',
  to_mail: 'voided',
  mailed: 'voided',
};
const STEPS: Record<PaperAct, Partial<Record<PaperState, Next>>> = {
  pay: { awaiting_payment: 'to_print' },
  'finish-print': { to_print: { collect: 'to_collect', mail: 'to_mail' } },
  'hand-over': { to_collect: 'completed' },
  // What is printed and posted in one go need not be noted twice.
  mail: { to_print: { collect: null, mail: 'mailed' }, to_mail: 'mailed' },
  deliver: { mailed: 'completed' },
  // A lost copy is printed and delivered again, however far the order had come.
  reprint: BACK_TO_PRINT,
  void: VOIDED,
};

/** Where an act leads from a state; null where it is not possible. */
export function stateAfter(act: PaperAct, order: { state: PaperState; pickup: Pickup }): PaperState | null {
  const next = STEPS[act][order.state] ?? null;
  return next === null || typeof next === 'string' ? next : next[order.pickup];
}

/** Where an order begins: what costs nothing needs no payment. */
export const firstState = (fees: PaperFees): PaperState => (costsSomething(fees) ? 'awaiting_payment' : 'to_print');

/** The last day (yyyy-MM-dd) on which all of these can still be paid for; null: none of them waits, or none has an end. */
export function lastDayToPay(orders: readonly { state: PaperState; payUntil: number | null }[]): string | null {
  const ends = orders.flatMap(({ state, payUntil }) => (state === 'awaiting_payment' ? (payUntil ?? []) : []));
  // An end is the first instant of the day after.
  return ends.length === 0 ? null : toShanghaiDate(Math.min(...ends) - 1);
}

/** What is paid for orders of a bulk order in one sum, fen: their copies, and one postage for all of them. */
export function sumOf(orders: readonly Pick<PaperFees, 'totalFen' | 'postageFen'>[]) {
  const copiesFen = orders.reduce((fen, { totalFen }) => fen + totalFen, 0);
  const postageFen = Math.max(0, ...orders.map((order) => order.postageFen));
  return { copiesFen, postageFen, totalFen: copiesFen + postageFen };
}
