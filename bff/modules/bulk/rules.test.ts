import { describe, expect, test } from '@jest/globals';
import { entryName, outcomeOf } from './rules.ts';

const nothing = { state: null, decided: null, issueState: null } as const;
const decided = { itemState: 'submitted', state: 'decided', decided: 'approved' } as const;

describe('what a line says', () => {
  test.each([
    [{ itemState: 'waiting', ...nothing }, 'waiting'],
    [{ itemState: 'failed', ...nothing }, 'failed'],
    [{ ...nothing, itemState: 'submitted', state: 'pending' }, 'to_person'],
    [{ ...nothing, itemState: 'submitted', state: 'withdrawn' }, 'withdrawn'],
    [{ ...decided, decided: 'rejected', issueState: null }, 'rejected'],
    [{ ...decided, issueState: 'issuing' }, 'approved'],
    [{ ...decided, issueState: 'failed' }, 'approved'],
    [{ ...decided, issueState: 'issued' }, 'issued'],
  ] as const)('%j: %s', (line, outcome) => {
    expect(outcomeOf(line)).toBe(outcome);
  });
});

test.each([
  ['林知远', '林知远-14499-2611220001.pdf'],
  ['𠮷野', '𠮷野-14499-2611220001.pdf'],
  ['../../etc', '.._.._etc-14499-2611220001.pdf'],
  ['a\u202Efdp.exe', 'a_fdp.exe-14499-2611220001.pdf'],
  ['C:\\x|"?', 'C__x___-14499-2611220001.pdf'],
])('%j is filed as %j', (name, expected) => {
  expect(entryName({ name, licenceNo: '14499', number: '2611220001' })).toBe(expected);
});
