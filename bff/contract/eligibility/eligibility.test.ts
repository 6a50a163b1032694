import { describe as about, expect, test } from '@jest/globals';
import { describe } from './describe.ts';
import { MAX_CONDITIONS, MAX_DEPTH } from './limits.ts';
import { eligibility, type Eligibility } from './schemas.ts';

const practised: Eligibility = { atom: 'practice', minYears: 3 };
const paid: Eligibility = { atom: 'dues', settled: 'this' };
const official: Eligibility = { atom: 'category', in: ['government', 'company'] };

about('in words', () => {
  test.each<[Eligibility, string]>([
    [practised, '执业满3年'],
    [{ all: [practised, paid] }, '执业满3年，且缴清本年度会费'],
    [{ any: [practised, official] }, '执业满3年，或是公职律师或公司律师'],
    [{ all: [{ any: [practised, official] }, paid] }, '（执业满3年，或是公职律师或公司律师），且缴清本年度会费'],
    [{ all: [paid] }, '缴清本年度会费'],
    [{ not: official }, '不是公职律师或公司律师'],
    [{ not: { any: [paid, { not: practised }] } }, '未缴清本年度会费，且执业满3年'],
    [{ atom: 'practice', minYears: 3, maxYears: 10, on: '2027-03-01' }, '至2027-03-01执业满3年且不超过10年'],
    [{ atom: 'practice', maxYears: 5 }, '执业不超过5年'],
    [{ not: { atom: 'practice', minYears: 3, maxYears: 10 } }, '执业未满3年或超过10年'],
    [{ atom: 'firm', in: [1, 2, 3] }, '属于指定的3家机构'],
    [{ atom: 'firm', notIn: [1] }, '不属于指定的1家机构'],
    [{ atom: 'appointment' }, '现任律协职务'],
    [{ atom: 'appointment', body: '仲裁专业委员会', position: '委员' }, '现任仲裁专业委员会委员'],
    [{ atom: 'assessment', done: 'last' }, '完成上一年度考核'],
    [{ atom: 'hours', year: 2026, below: 12 }, '2026年度未满12学时'],
    [{ atom: 'hours', year: 'this', kind: 'ethics', below: 12 }, '本年度职业道德与执业纪律类未满12学时'],
    [{ atom: 'district', in: ['南海区', '禅城区'] }, '所属机构在南海区或禅城区'],
    [{ atom: 'list', lawyerIds: [1, 2] }, '是受邀人员'],
    [{ not: { atom: 'attended', activityId: 7, title: '新公司法讲座' } }, '未参加过“新公司法讲座”'],
    [{ atom: 'attended', activityId: 7, title: '新公司法讲座', isNot: true }, '未参加过“新公司法讲座”'],
    [{ atom: 'attended', seriesId: 7, title: '青年律师训练营', sessions: 3 }, '参加过系列“青年律师训练营”至少3场'],
    [{ atom: 'discipline', is: 'none' }, '无已生效的行业处分'],
    [{ atom: 'noShow', fewerThan: 3 }, '12个月内爽约少于3次'],
  ])('%j', (tree, sentence) => expect(describe(tree)).toBe(sentence));
});

/** A tree with so many groups one within the other. */
const nested = (depth: number): unknown => (depth === 0 ? practised : { all: [nested(depth - 1)] });
const wide = (count: number) => ({ any: Array.from({ length: count }, () => practised) });
const refusal = (tree: unknown) => eligibility.safeParse(tree).error?.issues[0]?.message;

about('the grammar is closed', () => {
  test('what it says passes unchanged', () => {
    for (const tree of [
      practised,
      { not: { any: [paid, { all: [official, practised] }] } },
      nested(MAX_DEPTH),
      wide(MAX_CONDITIONS),
    ]) {
      expect(eligibility.parse(tree)).toEqual(tree);
    }
  });
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', '执业满3年'],
    ['a list', [practised]],
    ['an empty object', {}],
    ['an empty group', { all: [] }],
    ['a group that is no list', { any: practised }],
    ['two groups in one', { all: [practised], any: [practised] }],
    ['a condition and a group in one', { ...practised, all: [paid] }],
    ['an atom that nobody has', { atom: 'zodiac', in: ['tiger'] }],
    ['a condition of another', { atom: 'category', in: ['law_firm'] }],
    ['an expression', { atom: 'practice', minYears: '3 OR 1=1' }],
    ['half a year', { atom: 'practice', minYears: 2.5 }],
    ['no years', { atom: 'practice' }],
    ['years the wrong way round', { atom: 'practice', minYears: 5, maxYears: 3 }],
    ['a day that is none', { atom: 'practice', minYears: 3, on: '2027-02-29' }],
    ['both ways of naming firms', { atom: 'firm', in: [1], notIn: [2] }],
    ['neither', { atom: 'firm' }],
    ['both bounds of hours', { atom: 'hours', year: 'this', atLeast: 1, below: 2 }],
    ['a district without its ending', { atom: 'district', in: ['南海'] }],
    ['an empty list', { atom: 'list', lawyerIds: [] }],
    ['an activity and a series', { atom: 'attended', activityId: 1, seriesId: 2, title: '讲座' }],
    ['neither of them', { atom: 'attended', title: '讲座' }],
    ['sessions of one activity', { atom: 'attended', activityId: 1, title: '讲座', sessions: 2 }],
    ['a prototype', JSON.parse('{"__proto__": {"atom": "discipline", "is": "none"}}')],
  ])('%s is refused', (_what, tree) => expect(eligibility.safeParse(tree).success).toBe(false));
  test('what nests too deep, or is too long, is refused and says how much is possible', () => {
    expect(refusal(nested(MAX_DEPTH + 1))).toBe('条件最多嵌套4层');
    expect(refusal(wide(MAX_CONDITIONS + 1))).toBe('最多设置30个条件');
  });
  test('a fault of one condition says what to mend', () => {
    expect(refusal({ all: [{ atom: 'practice', minYears: 99 }] })).toBe('执业年限应为0至70之间的整数');
  });
});
