import { describe, expect, test } from '@jest/globals';
import { looksAtDiscipline } from '../../../contract/certificate-types/rule-sets.ts';
import { disciplineFact, firmFacts, lawyerFacts, reviewFacts } from '../../../test/factories/review-facts.ts';
import type { ReviewFacts } from '../facts/facts.ts';
import { decide, RULE_SETS, rulesOf, type RuleSet } from './rules.ts';

const findingsOf = (ruleSet: RuleSet, facts: ReviewFacts) =>
  decide(ruleSet, facts).findings.filter(({ result }) => result !== 'holds');
const alone = (more: Parameters<typeof lawyerFacts>[0]) =>
  reviewFacts({ firm: null, since: null, lawyers: [lawyerFacts(more)] });

describe('letters of types that staff have made say that a lawyer practises', () => {
  test.each(['base', 'manual'] as const)('%s: who has stopped gets none, nor who is in no firm', (ruleSet) => {
    const result = (facts: ReviewFacts) =>
      findingsOf(ruleSet, facts).flatMap(({ rule, result: found }) => (rule === 'member_active' ? [found] : []));
    expect(result(alone({}))).toEqual([]);
    expect(result(alone({ status: 'suspended' }))).toEqual(['contradicted']);
    expect(result(alone({ firmId: null, firmName: '', firmStatus: null }))).toEqual(['contradicted']);
    expect(result(alone({ firmStatus: 'cancelled' }))).toEqual(['contradicted']);
  });

  test('of a member alone, suspended or not, dues and results are said all the same', () => {
    for (const ruleSet of ['dues', 'assessment-result', 'practice-status'] as const) {
      const found = findingsOf(ruleSet, alone({ status: 'suspended' })).filter(({ rule }) => rule === 'member_active');
      expect(found.map(({ result }) => result)).toEqual(['doubtful']);
    }
  });
});

describe('free text that speaks of 行业处分', () => {
  const ended = disciplineFact({ state: 'effective', effectiveUntilOn: '2025-03-20' });
  const against = firmFacts({ discipline: [ended] });
  const about = (freeText: string, firm = against) =>
    findingsOf('manual', reviewFacts({ firm, lawyers: [], since: null, freeText })).filter(
      ({ rule }) => rule === 'no_discipline',
    );

  test.each([
    '该所自成立以来未受到任何行业处分。',
    '该所 无违规记录，经营正常。',
    'No disciplinary action has been taken.',
    '该所自2025年1月1日至今，未受到本会任何行业处分。',
    '该所2025年度未受过行业处分。',
    '该所近三年未受到任何行业处分。',
    '兹有该所参加投标；该所没有受到过纪律处分。',
    '该所（执业许可证号：24499199510002024）未因执业行为受到律师协会任何行业处分。',
  ])('and flatly denies what is on record contradicts it: %s', (freeText) => {
    expect(about(freeText)).toMatchObject([{ result: 'contradicted', subject: { kind: 'firm' } }]);
    expect(about(freeText, firmFacts({}))).toEqual([]);
  });

  test.each([
    '该所2025年受到警告一次，此后未再受到行业处分。',
    '该所除前述警告外，未受到任何行业处分。',
    '该所自2025年6月1日至今，未受到任何行业处分。',
    '该所2024年度未受过行业处分。',
    '该所律师未受到任何行业处分。',
    '该所全体律师执业期间未受到任何行业处分。',
    '该所未受到行政处罚。',
    '该所未履行行业处分决定。',
    'No other disciplinary action has been taken.',
  ])('is approved by nobody who has not read what the register says: %s', (freeText) => {
    const [found] = about(freeText);
    // What is said of it, of another time or of somebody else may be true: a person compares, in words.
    expect(found).toMatchObject({ result: 'doubtful', subject: { kind: 'firm' } });
    expect(found?.datum).toContain('已生效');
    expect(about(freeText, firmFacts({}))).toEqual([]);
  });

  test('and any other free text is no reason to look', () => {
    expect(about('该所办公场所为自有。')).toEqual([]);
  });
});

describe('free text that says how long somebody has practised', () => {
  const period = { firmName: '江海衡正律师事务所' };
  const broken = [
    { ...period, firmId: 7, fromOn: '2010-05-06', untilOn: '2015-06-30' },
    { ...period, firmId: 7, fromOn: '2018-07-01', untilOn: null },
  ];
  const about = (freeText: string, periods = broken) =>
    findingsOf('manual', reviewFacts({ lawyers: [lawyerFacts({ periods })], since: null, freeText })).filter(
      ({ rule }) => rule === 'practice_unbroken',
    );

  test.each(['该律师自2010年起连续执业至今。', '其执业年限为16年。', 'He has practised continuously.'])(
    'is read beside a gap of the record: %s',
    (freeText) => {
      expect(about(freeText)).toMatchObject([{ result: 'doubtful', subject: { kind: 'lawyer' } }]);
      expect(
        about(
          freeText,
          broken.slice(0, 1).map((one) => ({ ...one, untilOn: null })),
        ),
      ).toEqual([]);
    },
  );

  test('and any other free text is no reason to look', () => {
    expect(about('该律师为本所合伙人。')).toEqual([]);
  });
});

test('a rule set says that it looks at 行业处分 exactly where it does', () => {
  for (const ruleSet of Object.keys(RULE_SETS) as RuleSet[])
    expect([ruleSet, looksAtDiscipline(ruleSet)]).toEqual([ruleSet, rulesOf(ruleSet).includes('no_discipline')]);
});
