import { PAPER_STATES, type PaperState } from '../../contract/papers/enums.ts';
import { describe, expect, test } from '@jest/globals';
import type { Pickup } from '../../contract/certificates/enums.ts';
import { feesOf } from '../../contract/papers/fees.ts';
import { firstState, PAPER_ACTS, stateAfter, type PaperAct } from './rules.ts';

/** Every state × act, written down by hand; what is not named is refused. */
const TABLE: Record<Pickup, Record<PaperState, Partial<Record<PaperAct, PaperState>>>> = {
  collect: {
    awaiting_payment: { pay: 'to_print', void: 'voided' },
    to_print: { 'finish-print': 'to_collect', reprint: 'to_print', void: 'voided' },
    to_collect: { 'hand-over': 'completed', reprint: 'to_print', void: 'voided' },
    to_mail: { mail: 'mailed', reprint: 'to_print', void: 'voided' },
    mailed: { deliver: 'completed', reprint: 'to_print', void: 'voided' },
    completed: { reprint: 'to_print' },
    voided: {},
  },
  mail: {
    awaiting_payment: { pay: 'to_print', void: 'voided' },
    to_print: { 'finish-print': 'to_mail', mail: 'mailed', reprint: 'to_print', void: 'voided' },
    to_collect: { 'hand-over': 'completed', reprint: 'to_print', void: 'voided' },
    to_mail: { mail: 'mailed', reprint: 'to_print', void: 'voided' },
    mailed: { deliver: 'completed', reprint: 'to_print', void: 'voided' },
    completed: { reprint: 'to_print' },
    voided: {},
  },
};

describe.each(Object.entries(TABLE))('an order to %s', (pickup, states) => {
  test.each(Object.keys(PAPER_STATES) as PaperState[])('%s', (state) => {
    const found = PAPER_ACTS.map((act) => [act, stateAfter(act, { state, pickup: pickup as Pickup })]);
    expect(found).toEqual(PAPER_ACTS.map((act) => [act, states[state][act] ?? null]));
  });
});

describe('fees', () => {
  const prices = { copyFeeFen: 500, postageFen: 1200 };
  test.each([
    [
      { copies: 1, pickup: 'collect' },
      { copyFeeFen: 500, postageFen: 0, totalFen: 500 },
    ],
    [
      { copies: 3, pickup: 'collect' },
      { copyFeeFen: 500, postageFen: 0, totalFen: 1500 },
    ],
    [
      { copies: 3, pickup: 'mail' },
      { copyFeeFen: 500, postageFen: 1200, totalFen: 2700 },
    ],
  ] as const)('%j cost %j', (order, fees) => {
    expect(feesOf(order, prices)).toEqual(fees);
    expect(firstState(fees)).toBe('awaiting_payment');
  });

  test('what is free goes straight to the printer, postage alone does not', () => {
    const free = { copyFeeFen: 0, postageFen: 0 };
    expect(firstState(feesOf({ copies: 100, pickup: 'mail' }, free))).toBe('to_print');
    expect(firstState(feesOf({ copies: 1, pickup: 'mail' }, { ...free, postageFen: 1 }))).toBe('awaiting_payment');
  });
});
