import { describe, expect, test } from '@jest/globals';
import type { ReviewRule } from '../../contract/enums.ts';
import { disciplineFact, firmStanding, lawyerStanding, reviewFacts, TODAY } from '../../test/review-facts.ts';
import type { ReviewFacts } from './facts.ts';
import { decide, RULE_SETS, type RuleSet, doubtsIn } from './rules.ts';

const firm = (more: Parameters<typeof firmStanding>[0]) => reviewFacts({ firm: firmStanding(more) });
const lawyer = (more: Parameters<typeof lawyerStanding>[0]) => reviewFacts({ lawyers: [lawyerStanding(more)] });
const since = (date: string | null, more: Partial<ReviewFacts> = {}) => reviewFacts({ since: date, ...more });
const period = (fromOn: string, untilOn: string | null, firmId: number | null = 7) => ({
  firmId,
  firmName: firmId === 7 ? '江海衡正律师事务所' : '云岭远山律师事务所',
  fromOn,
  untilOn,
});

describe('facts that hold are approved, with one finding per rule and nobody named', () => {
  test.each(Object.keys(RULE_SETS).filter((name) => name !== 'manual') as RuleSet[])('%s', (ruleSet) => {
    const { verdict, findings } = decide(ruleSet, reviewFacts());
    expect(verdict).toBe('approve');
    expect(findings.map(({ rule }) => rule)).toEqual(RULE_SETS[ruleSet]);
    for (const finding of findings) {
      expect(finding).toMatchObject({ result: 'holds', subject: null, readAt: reviewFacts().readAt });
      expect(finding.datum).not.toBe('');
      expect(finding.source).not.toBe('');
    }
  });
});

/** What is wrong, the rule that has to see it, and words of its finding. Every set with that rule has to refer. */
const DOUBTS: [what: string, facts: ReviewFacts, rule: ReviewRule, datum: string][] = [
  ['firm suspended', firm({ status: 'suspended' }), 'member_active', '停业'],
  ['firm cancelled', firm({ status: 'cancelled' }), 'member_active', '注销'],
  ['lawyer suspended', lawyer({ status: 'suspended' }), 'member_active', '停止执业'],
  ['lawyer cancelled', lawyer({ status: 'cancelled' }), 'member_active', '注销'],
  ['identity never matched', lawyer({ identityMatchedOn: null }), 'identity_matched', '尚未核验'],
  ['credit code with a wrong check digit', firm({ uscc: '31449901MD0000017A' }), 'identity_matched', '校验位'],
  ['firm without address', firm({ address: '' }), 'fields_complete', '缺少：办公地址'],
  ['firm with a blank licence number', firm({ licenceNo: ' ' }), 'fields_complete', '缺少：执业许可证号'],
  ['lawyer without firm', lawyer({ firmName: '', firmId: null }), 'fields_complete', '缺少：执业机构'],
  ['firm with a pending change', firm({ pendingChange: '合并' }), 'no_pending_change', '合并'],
  ['lawyer with a pending change', lawyer({ pendingChange: '转所' }), 'no_pending_change', '转所'],
  [
    'a character that no font has',
    reviewFacts({ unprintable: [{ subject: { kind: 'lawyer', id: 21, name: '林😀' }, characters: ['😀'] }] }),
    'printable',
    '「😀」U+1F600',
  ],
  ['since tomorrow', since('2026-11-23'), 'period_plausible', '晚于今天'],
  ['no since', since(null), 'period_plausible', '未填写'],
  [
    'since the day before the firm was approved',
    since('2001-02-02', { lawyers: [] }),
    'period_plausible',
    '律所批准日期',
  ],
  ['since the day before the first practice', since('2010-05-05'), 'period_plausible', '首次执业日期'],
  ['member only after since', lawyer({ joinedOn: '2022-01-02' }), 'membership_covers_period', '入会日期2022-01-02'],
  [
    'moved here after since',
    lawyer({ periods: [period('2010-05-06', '2022-01-01', 8), period('2022-01-02', null)] }),
    'membership_covers_period',
    '2022-01-02转入',
  ],
  [
    'history names another firm than the record',
    lawyer({ periods: [period('2010-05-06', null, 8)] }),
    'membership_covers_period',
    '不一致',
  ],
  ['no history at all', lawyer({ periods: [] }), 'membership_covers_period', '不一致'],
  ['firm disciplined', firm({ discipline: [disciplineFact()] }), 'no_discipline', '江律纪字〔2025〕第1号'],
  ['lawyer disciplined', lawyer({ discipline: [disciplineFact()] }), 'no_discipline', '警告（已生效'],
  ['renamed on since', firm({ formerNames: [{ name: '旧名', untilOn: '2022-01-01' }] }), 'no_rename', '旧名'],
  ['first practice not on record', lawyer({ periods: [period('2010-05-07', null)] }), 'practice_unbroken', '缺少'],
  [
    'a day without a firm',
    lawyer({ periods: [period('2010-05-06', '2015-02-28'), period('2015-03-02', null)] }),
    'practice_unbroken',
    '不连续',
  ],
  [
    'time in another province',
    lawyer({ periods: [period('2010-05-06', '2015-02-28', null), period('2015-03-01', null)] }),
    'practice_unbroken',
    '本会以外机构',
  ],
  ['left the last firm', lawyer({ periods: [period('2010-05-06', '2026-01-31')] }), 'practice_unbroken', '之后缺少'],
  ['a type that a person decides', reviewFacts(), 'manual_type', '人工审核'],
];

describe('every doubt refers to a person and says why', () => {
  test.each(DOUBTS)('%s', (_what, facts, rule, datum) => {
    const sets = (Object.keys(RULE_SETS) as RuleSet[]).filter((set) =>
      (RULE_SETS[set] as readonly ReviewRule[]).includes(rule),
    );
    expect(sets.length).toBeGreaterThan(0);
    for (const set of sets) {
      const { verdict, findings } = decide(set, facts);
      expect(verdict).toBe('refer');
      const doubt = findings.find((finding) => finding.rule === rule);
      expect(doubt).toMatchObject({ result: 'doubtful', datum: expect.stringContaining(datum) as unknown });
      expect(doubt?.subject?.name).toBeTruthy();
    }
  });

  test('no rule is without a row', () => {
    const tested = new Set(DOUBTS.map(([, , rule]) => rule));
    expect([...new Set(Object.values(RULE_SETS).flat())].filter((rule) => !tested.has(rule))).toEqual([]);
  });

  test('a set looks at its own rules alone', () => {
    expect(decide('base', firm({ discipline: [disciplineFact()] })).verdict).toBe('approve');
    expect(decide('lawyer-clean', firm({ formerNames: [{ name: '旧名', untilOn: TODAY }] })).verdict).toBe('approve');
  });
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
  ])('%s: approved', (_what, facts) => {
    expect(decide('firm-clean', facts).verdict).toBe('approve');
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
    const facts = reviewFacts({
      lawyers: [
        lawyerStanding({ id: 1, name: '甲' }),
        lawyerStanding({ id: 2, name: '乙', discipline: [disciplineFact()] }),
        lawyerStanding({ id: 3, name: '丙', discipline: [disciplineFact({ state: 'open', documentNo: '' })] }),
      ],
    });
    const { verdict, findings } = decide('firm-clean', facts);
    expect(verdict).toBe('refer');
    const doubts = findings.filter(({ result }) => result === 'doubtful');
    expect(doubts.map(({ rule, subject, datum }) => [rule, subject?.name, datum])).toEqual([
      ['no_discipline', '乙', '警告（已生效，江律纪字〔2025〕第1号）'],
      ['no_discipline', '丙', '警告（调查中）'],
    ]);
  });

  test('several records of one subject are one finding that tells all', () => {
    const discipline = [disciplineFact(), disciplineFact({ id: 2, kind: 'public_censure', documentNo: '第2号' })];
    const doubts = decide('firm-clean', firm({ discipline })).findings.filter(({ result }) => result === 'doubtful');
    expect(doubts).toHaveLength(1);
    expect(doubts[0]?.datum).toBe('警告（已生效，江律纪字〔2025〕第1号）；公开谴责（已生效，第2号）');
  });
});

test('an application of a type that people review anyway carries no doubt, unless the facts do', () => {
  expect(doubtsIn(decide('manual', firm({})).findings)).toEqual([]);
  expect(doubtsIn(decide('manual', firm({ pendingChange: '更名' })).findings)).toHaveLength(1);
});
