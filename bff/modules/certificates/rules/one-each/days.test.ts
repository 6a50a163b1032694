import { describe, expect, test } from '@jest/globals';
import { disciplineFact, firmFacts, lawyerFacts, reviewFacts, TODAY } from '../../../../test/factories/review-facts.ts';
import type { ReviewFacts } from '../../facts/facts.ts';
import { decide, doubtsIn } from '../rules.ts';

const facts = reviewFacts;
const firm = (more: Parameters<typeof firmFacts>[0]) => facts({ firm: firmFacts(more) });
const lawyer = (more: Parameters<typeof lawyerFacts>[0]) => facts({ lawyers: [lawyerFacts(more)] });
const since = (date: string | null, more: Partial<ReviewFacts> = {}) => facts({ since: date, ...more });
const period = (fromOn: string, untilOn: string | null, firmId: number | null = 7) => ({
  firmId,
  firmName: firmId === 7 ? '江海衡正律师事务所' : '云岭远山律师事务所',
  fromOn,
  untilOn,
});

describe('the days on which a doubt ends', () => {
  test.each([
    ['since today', since(TODAY)],
    ['since the day the firm was approved', since('2001-02-03', { lawyers: [] })],
    ['joined on since', lawyer({ joinedOn: '2022-01-01' })],
    ['moved here on since', lawyer({ periods: [period('2010-05-06', '2021-12-31', 8), period('2022-01-01', null)] })],
    ['bore another name until the day before', firm({ formerNames: [{ name: '旧名', untilOn: '2021-12-31' }] })],
    [
      'discipline ended the day before',
      firm({
        discipline: [
          disciplineFact({ decidedOn: '2020-06-01', effectiveFromOn: '2020-06-10', effectiveUntilOn: '2021-12-31' }),
        ],
      }),
    ],
  ])('%s: approved', (_what, given) => {
    expect(decide('firm-clean', given).verdict).toBe('approve');
  });

  test.each([
    ['over a month end', [period('2010-05-06', '2015-01-31', 8), period('2015-02-01', null)]],
    ['over 28 February', [period('2010-05-06', '2015-02-28', 8), period('2015-03-01', null)]],
    ['over 29 February', [period('2010-05-06', '2016-02-29', 8), period('2016-03-01', null)]],
    ['over New Year', [period('2010-05-06', '2015-12-31', 8), period('2016-01-01', null)]],
    ['on the same day', [period('2010-05-06', '2015-06-15', 8), period('2015-06-15', null)]],
    ['entered in another order', [period('2015-06-16', null), period('2010-05-06', '2015-06-15', 8)]],
  ])('a change of firm %s leaves no gap', (_what, periods) => {
    expect(decide('practice', lawyer({ periods })).verdict).toBe('approve');
  });

  test('28 February to 1 March of a leap year is a gap', () => {
    const periods = [period('2010-05-06', '2016-02-28'), period('2016-03-01', null)];
    expect(decide('practice', lawyer({ periods })).verdict).toBe('refer');
  });
});

describe('several subjects', () => {
  test('each doubt names its own subject, and a subject without doubt is not named', () => {
    const given = facts({
      lawyers: [
        lawyerFacts({ id: 1, name: '甲' }),
        lawyerFacts({ id: 2, name: '乙', discipline: [disciplineFact()] }),
        lawyerFacts({ id: 3, name: '丙', discipline: [disciplineFact({ state: 'open', documentNo: '' })] }),
      ],
    });
    const { verdict, findings } = decide('firm-clean', given);
    expect(verdict).toBe('refer');
    const doubts = doubtsIn(findings);
    expect(doubts.map(({ rule, subject, datum }) => [rule, subject?.name, datum])).toEqual([
      ['no_discipline', '乙', '警告（已生效，江律纪字〔2025〕第1号）'],
      ['no_discipline', '丙', '警告（调查中）'],
    ]);
  });

  test('several records of one subject are one finding that tells all', () => {
    const discipline = [disciplineFact(), disciplineFact({ id: 2, kind: 'public_censure', documentNo: '第2号' })];
    const doubts = doubtsIn(decide('firm-clean', firm({ discipline })).findings);
    expect(doubts).toHaveLength(1);
    expect(doubts[0]?.datum).toBe('警告（已生效，江律纪字〔2025〕第1号）；公开谴责（已生效，第2号）');
  });
});
