import { expect, test } from '@jest/globals';
import { lawyerFacts, reviewFacts } from '../../../test/factories/review-facts.ts';
import { decide } from './rules.ts';

test.each([
  ['cancelled', 'contradicted'],
  ['suspended', 'doubtful'],
] as const)('whose firm is %s: a letter that says that he or she practises there is %s', (firmStatus, result) => {
  const given = reviewFacts({ firm: null, lawyers: [lawyerFacts({ firmStatus })] });
  const { findings } = decide('lawyer-clean', given);
  expect(findings.find(({ rule }) => rule === 'member_active')?.result).toBe(result);
});
