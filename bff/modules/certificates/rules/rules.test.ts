import { describe, expect, test } from '@jest/globals';
import type { FindingResult, ReviewRule } from '../../../contract/review/enums.ts';
import {
  disciplineFact,
  firmFacts,
  heldRecords,
  lawyerFacts,
  reviewFacts,
  TODAY,
} from '../../../test/factories/review-facts.ts';
import type { ReviewFacts } from '../facts/facts.ts';
import { decide, RULE_SETS, rulesOf, type RuleSet } from './rules.ts';

/** A firm whose only lawyer is the one in question, so that its roster counts as stated. */
const facts = (more: Partial<ReviewFacts> = {}): ReviewFacts => {
  const given = reviewFacts({ year: 2025, latinName: 'LIN Zhiyuan', records: heldRecords(), ...more });
  const firm = given.firm && { ...given.firm, lawyerCount: given.lawyers.length };
  return { ...given, firm, roster: given.lawyers };
};
const firm = (more: Parameters<typeof firmFacts>[0]) => facts({ firm: firmFacts(more) });
const lawyer = (more: Parameters<typeof lawyerFacts>[0]) => facts({ lawyers: [lawyerFacts(more)] });
const since = (date: string | null, more: Partial<ReviewFacts> = {}) => facts({ since: date, ...more });
const period = (fromOn: string, untilOn: string | null, firmId: number | null = 7) => ({
  firmId,
  firmName: firmId === 7 ? '江海衡正律师事务所' : '云岭远山律师事务所',
  fromOn,
  untilOn,
});

/** Sets of which a machine may approve. */
const AUTOMATIC = (Object.keys(RULE_SETS) as RuleSet[]).filter((name) => !rulesOf(name).includes('manual_type'));
/** Records belong to whoever asks: for these a lawyer asks alone. */
const BY_LAWYERS = new Set<RuleSet>(['appointment', 'assessment-open', 'hours', 'assessment-result', 'dues']);
const alone = (ruleSet: RuleSet) => facts(BY_LAWYERS.has(ruleSet) ? { firm: null } : {});

describe('facts that hold are approved, with one finding per rule and nobody named', () => {
  test.each(AUTOMATIC)('%s', (ruleSet) => {
    const { verdict, findings } = decide(ruleSet, alone(ruleSet));
    expect(verdict).toBe('approve');
    // A Latin name is looked at under any rules, and the English names that stand beside it.
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(
      new Set([...rulesOf(ruleSet), 'latin_name_confirmed', 'firm_english_name']),
    );
    for (const finding of findings) {
      expect(finding).toMatchObject({ result: 'holds', subject: null, readAt: reviewFacts().readAt });
      expect(finding.datum).not.toBe('');
      expect(finding.source).not.toBe('');
    }
  });
});

const alone1 = (more: Parameters<typeof lawyerFacts>[0]) => facts({ firm: null, lawyers: [lawyerFacts(more)] });
const former = (periods: ReviewFacts['lawyers'][number]['periods']) =>
  lawyer({ status: 'cancelled', firmId: null, firmName: '', periods });
const kept = (more: Partial<NonNullable<ReviewFacts['records']>>) =>
  facts({ firm: null, records: { ...heldRecords(), ...more } });
const assessed = (more: object) =>
  kept({
    assessments: heldRecords()
      .assessments.slice(0, 1)
      .map((a) => ({ ...a, ...more })),
  });
const holding = (more: object) => kept({ appointments: heldRecords().appointments.map((a) => ({ ...a, ...more })) });
const attended = (more: object) => kept({ hours: heldRecords().hours.map((a) => ({ ...a, ...more })) });
const owing = (more: object) => kept({ dues: heldRecords().dues.map((a) => ({ ...a, ...more })) });

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
    reviewFacts({
      unprintable: [{ subject: { kind: 'lawyer', id: 21, name: '林😀' }, field: '姓名', characters: ['😀'] }],
    }),
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
  [
    'merged on since',
    firm({ mergers: [{ otherFirmName: '江海旧友律师事务所', mergedOn: '2022-01-01' }] }),
    'no_merger',
    '旧友',
  ],
  ['own firm cancelled', alone1({ firmStatus: 'cancelled' }), 'member_active', '执业机构状态为“注销”'],
  ['own firm about to change its name', alone1({ firmPendingChange: '更名' }), 'no_pending_change', '更名'],
  [
    'one lawyer more than stated',
    { ...facts(), firm: firmFacts({ lawyerCount: 2 }) },
    'roster_counts',
    '为2名，名单所列为1名',
  ],
  ['first firm missing', lawyer({ periods: [period('2010-05-07', null)] }), 'history_consistent', '缺少'],
  [
    'two firms at once',
    lawyer({ periods: [period('2010-05-06', '2015-03-02', 8), period('2015-03-01', null)] }),
    'history_consistent',
    '重叠',
  ],
  [
    'two firms without end',
    lawyer({ periods: [period('2010-05-06', null, 8), period('2015-03-01', null)] }),
    'history_consistent',
    '重叠',
  ],
  [
    'a day between two firms',
    lawyer({ periods: [period('2010-05-06', '2015-02-28', 8), period('2015-03-02', null)] }),
    'history_consistent',
    '不连续',
  ],
  [
    'in another firm than registered',
    lawyer({ periods: [period('2010-05-06', null, 8)] }),
    'history_consistent',
    '不一致',
  ],
  ['Latin name never confirmed', lawyer({ latinNameConfirmedOn: null }), 'latin_name_confirmed', '尚未核定'],
  [
    'an English name of the firm that nobody confirmed',
    alone1({ firmEnglishName: '' }),
    'firm_english_name',
    '尚未核定',
  ],
  ['no English name of the firm that asks', firm({ englishName: '' }), 'firm_english_name', '无法出具'],
  ['another Latin name', facts({ latinName: 'LIN Zhi Yuan' }), 'latin_name_confirmed', '不同'],
  ['still practising', facts(), 'former_lawyer', '状态为“正常”'],
  ['cancelled in another firm', former([period('2010-05-06', '2020-01-01', 8)]), 'former_lawyer', '并非申请律所'],
  ['cancelled without a history', former([]), 'former_lawyer', '没有执业机构记录'],
  ['cancelled nobody knows when', former([period('2010-05-06', null)]), 'former_lawyer', '没有注销日期'],
  ['no assessment this year or last', assessed({ year: 2024 }), 'assessment_open', '未查到'],
  ['not handed in', assessed({ year: 2026, state: 'not_started' }), 'assessment_open', '未查到'],
  ['already finished', assessed({ year: 2026, state: 'final' }), 'assessment_open', '未查到'],
  ['result under appeal', assessed({ state: 'appeal' }), 'assessment_filed', '复核中'],
  ['no result yet', assessed({ state: 'in_review', result: null, filedOn: null }), 'assessment_filed', '尚无考核结果'],
  ['result not final', assessed({ state: 'in_review' }), 'assessment_filed', '审核中'],
  ['result not filed', assessed({ filedOn: null }), 'assessment_filed', '尚未备案'],
  ['filed tomorrow', assessed({ filedOn: '2026-11-23' }), 'assessment_filed', '尚未备案'],
  ['no result of that year', assessed({ year: 2024 }), 'assessment_filed', '未查到2025年度'],
  ['result of somebody else', assessed({ subjectId: 22 }), 'assessment_filed', '未查到'],
  ['office ended yesterday', holding({ untilOn: '2026-11-21' }), 'appointment_current', '历任'],
  ['office from tomorrow', holding({ fromOn: '2026-11-23' }), 'appointment_current', '未查到'],
  ['office of somebody else', holding({ lawyerId: 22 }), 'appointment_current', '未查到'],
  ['nothing but disputed hours', attended({ state: 'disputed' }), 'hours_checked_in', '学时有异议：“民法典培训”'],
  [
    'some hours disputed',
    kept({ hours: heldRecords().hours.flatMap((one) => [{ ...one, state: 'disputed' as const }, one]) }),
    'hours_checked_in',
    '学时有异议：“民法典培训”',
  ],
  ['hours of another year', attended({ heldOn: '2026-01-01' }), 'hours_checked_in', '未查到2025年度'],
  ['dues waived', owing({ state: 'waived' }), 'dues_settled', '减免'],
  ['dues unpaid', owing({ state: 'unpaid', paidFen: 0 }), 'dues_settled', '尚未缴清'],
  ['settled in words, one fen short', owing({ paidFen: 119_999 }), 'dues_settled', '尚未缴清'],
  ['no dues of that year', owing({ year: 2024 }), 'dues_settled', '未查到2025年度'],
  ['a look-alike in a name', lawyer({ name: '林亊远' }), 'names_genuine', '形近“事”'],
  ['a purpose that speaks for us', facts({ purpose: '投标。本会证明' }), 'typed_words', '“本会”'],
  ['a type that a person decides', facts(), 'manual_type', '人工审核'],
];

/** Whether a set looks at this subject with that rule. */
function looksAt(set: RuleSet, rule: ReviewRule, { firm: asked, lawyers }: ReviewFacts): boolean {
  const steps: readonly string[] = RULE_SETS[set];
  const of = steps.find((step) => step.split(' of ')[0] === rule)?.split(' of ')[1];
  const isAboutFirm = asked !== null && lawyers.every((one) => JSON.stringify(one) === JSON.stringify(lawyerFacts()));
  const isOfAll = of === undefined || of === 'practising';
  return rulesOf(set).includes(rule) && (isOfAll || (of === 'firm') === isAboutFirm);
}

/** By our own register the letter would not be true; everything else is for a person to settle. */
const CONTRADICTIONS = new Set([
  'firm cancelled',
  'lawyer cancelled',
  'another Latin name',
  'firm disciplined',
  'lawyer disciplined',
  'one lawyer more than stated',
  'no result of that year',
  'result of somebody else',
  'office of somebody else',
  'office from tomorrow',
  'no assessment this year or last',
  'not handed in',
  'already finished',
  'no result yet',
  'nothing but disputed hours',
  'still practising',
  'cancelled without a history',
  'cancelled nobody knows when',
  'hours of another year',
  'no dues of that year',
  // Nobody can print in English what has no English name.
  'an English name of the firm that nobody confirmed',
  'no English name of the firm that asks',
]);
/** Letters that say that their lawyers practise, and where. */
const SAY_PRACTISING = new Set<RuleSet>([
  'base',
  'manual',
  'firm-clean-roster',
  'chosen-lawyers-clean',
  'lawyer-clean',
  'lawyer-clean-latin',
  'practice',
  'history',
  'assessment-open',
  'appointment',
  'hours',
]);
function classOf(what: string, rule: ReviewRule, set: RuleSet, isLawyer: boolean): FindingResult {
  // What there is against the subject is what 执业状况 lists; whoever stands in a roster is said to practise.
  if (rule === 'no_discipline' && set === 'practice-status') return 'doubtful';
  if (rule === 'member_active' && isLawyer && SAY_PRACTISING.has(set)) return 'contradicted';
  return CONTRADICTIONS.has(what) ? 'contradicted' : 'doubtful';
}

describe('every doubt refers to a person and says why', () => {
  test.each(DOUBTS)('%s', (what, given, rule, datum) => {
    const sets = (Object.keys(RULE_SETS) as RuleSet[]).filter((set) => looksAt(set, rule, given));
    expect(sets.length).toBeGreaterThan(0);
    for (const set of sets) {
      const { verdict, findings } = decide(set, given);
      expect([set, verdict]).toEqual([set, 'refer']);
      const doubt = findings.find((finding) => finding.rule === rule);
      const result = classOf(what, rule, set, doubt?.subject?.kind === 'lawyer');
      expect({ set, ...doubt }).toMatchObject({ set, result, datum: expect.stringContaining(datum) as unknown });
      expect(doubt?.subject?.name).toBeTruthy();
    }
  });

  test('no rule is without a row', () => {
    const tested = new Set(DOUBTS.map(([, , rule]) => rule));
    const all = (Object.keys(RULE_SETS) as RuleSet[]).flatMap(rulesOf);
    expect([...new Set(all)].filter((rule) => !tested.has(rule))).toEqual([]);
  });

  test('a set looks at its own rules alone', () => {
    expect(decide('base', firm({ discipline: [disciplineFact()] })).verdict).toBe('approve');
    expect(decide('lawyer-clean', firm({ formerNames: [{ name: '旧名', untilOn: TODAY }] })).verdict).toBe('approve');
  });

  test('chosen lawyers are cleared without their firm, a firm without the lawyers it annexes', () => {
    const struck = firm({ discipline: [disciplineFact()], formerNames: [{ name: '旧名', untilOn: TODAY }] });
    expect(decide('chosen-lawyers-clean', struck).verdict).toBe('approve');
    const hit = lawyerFacts({ discipline: [disciplineFact()] });
    const annexed = { ...facts({ lawyers: [], latinName: '' }), firm: firmFacts({ lawyerCount: 1 }), roster: [hit] };
    expect(decide('firm-clean-roster', annexed).verdict).toBe('approve');
    expect(decide('firm-clean-roster', { ...annexed, lawyers: [hit] }).verdict).toBe('refer');
  });
});
