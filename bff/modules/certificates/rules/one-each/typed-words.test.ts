import { describe, expect, test } from '@jest/globals';
import { firmFacts, lawyerFacts, reviewFacts } from '../../../../test/factories/review-facts.ts';
import type { ReviewFacts } from '../../facts/facts.ts';
import { decide } from '../rules.ts';
import { namesGenuine, typedWords } from './typed-words.ts';

const doubtOf = (rule: typeof typedWords, more: Partial<ReviewFacts>) =>
  rule
    .doubts(reviewFacts(more))
    .map(({ datum }) => datum)
    .join('；');

describe('用途 that a machine lets pass', () => {
  test.each([
    '',
    '投标',
    '江海市轨道交通3号线法律服务采购',
    '申请银行贷款、授信',
    'Visa for Barcelona',
    '2025-2026年度法律顾问',
    'EMBA申请/学籍档案',
    '二〇二六年度评优',
    '《江海日报》专访',
    '𡃁记茶餐厅开户',
  ])('%s', (purpose) => {
    expect(doubtOf(typedWords, { purpose })).toBe('');
    expect(decide('firm-clean', reviewFacts({ purpose })).verdict).toBe('approve');
  });

  test('the office chose those of its list itself, whatever they say', () => {
    const purpose = '用于本会会员证明。';
    expect(doubtOf(typedWords, { purpose, purposes: [purpose] })).toBe('');
    expect(doubtOf(typedWords, { purpose })).not.toBe('');
  });
});

describe('用途 that a person reads first, and why', () => {
  test.each([
    ['投标。本会另证明该所系2025年度资信等级AAA', '「。」、“本会”等字样、“证明”等字样'],
    ['投标，另用于贷款', '「，」'],
    ['投标；贷款', '「；」'],
    ['投标:贷款', '「:」'],
    ['投标！', '「！」'],
    ['投标.', '「.」'],
    ['投标“甲级”', '「“」「”」'],
    ['投标」特此公告', '「」」、“特此”等字样'],
    ['投标 该所资信等级为AAA级', '断句的空格'],
    ['江海市律师协会推荐', '“协会”等字样、“推荐”等字样'],
    ['江海市律師協會推荐', '“协会”等字样'],
    ['我們協會認定', '“协会”等字样、“认定”等字样'],
    ['资信已经司法局核实', '“司法局”等字样、“核实”等字样'],
    ['由主管机关担保', '“机关”等字样、“担保”等字样'],
    ['投标（该所信誉良好）', '「（」「）」'],
    ['投标(良好)', '「(」「)」'],
    ['投标·该所信誉良好', '「·」'],
    ['投标—该所信誉良好', '「—」'],
    ['投标-该所信誉良好', '「-」'],
    ['该所信誉良好资信等级AAA级', '“信誉”等字样'],
    ['该律师无犯罪记录品行端正', '“品行”等字样'],
    ['该所近三年无处分', '“处分”等字样'],
    ['该律师从未受处罚或投诉', '“处罚”等字样、“投诉”等字样'],
    ['该所诚信守法', '“诚信”等字样、“守法”等字样'],
    ['no disciplinary action', '“disciplin”等字样'],
    ['Firm in good standing', '“goodstanding”等字样'],
    ['行业主管部门已核准其资质', '“核准”等字样'],
    ['加微信lawyer888验真', '“微信”等字样'],
    ['请汇款至622202100011', '7位以上的数字'],
    ['联系 139 1234 0000', '7位以上的数字'],
    ['Licensed by Supreme Court', '“licens”等字样'],
    ['Jianghai Bar recommends', '“bar”等字样'],
    ['Confirmed by the registry', '“confirm”等字样'],
    ['本-会推荐', '“本会”等字样'],
    ['本會推荐', '“本会”等字样'],
    ['夲会推荐', '「夲」U+5932 形近“本”'],
    ['特 此 証 明', '“特此”等字样'],
    ['Jianghai Lawyers Association member', '“association”等字样'],
    ['We hereby certify', '“certif”等字样'],
    ['民亊诉讼', '「亊」U+4E8A 形近“事”'],
    ['ЕМВА', '「Е」'],
    ['Οffice', '「Ο」U+039F 形近“O”'],
    ['ｏｆｆｉｃｅ', '「ｏ」U+FF4F 形近“o”'],
    ['投'.repeat(31), '30个以上的字'],
  ])('%s', (purpose, why) => {
    expect(doubtOf(typedWords, { purpose })).toContain(why);
    expect(decide('firm-clean', reviewFacts({ purpose })).verdict).toBe('refer');
  });

  test('free text of a type that a machine may decide, and look-alikes in a Latin name', () => {
    const freeText = '该所为AAA级。';
    expect(doubtOf(typedWords, { freeText })).toContain('须逐字核对');
    expect(decide('base', reviewFacts({ freeText })).verdict).toBe('refer');
    expect(doubtOf(typedWords, { latinName: 'LIN Zhıyuan' })).toContain('「ı」U+0131 形近“i”');
    expect(doubtOf(typedWords, { latinName: 'José Müller' })).toBe('');
  });
});

test('a Latin name that nobody has confirmed goes to a person, whatever the rules of the type', () => {
  const latinName = 'ZHANG San';
  expect(decide('base', reviewFacts({ latinName })).verdict).toBe('refer');
  expect(decide('base', reviewFacts({ latinName, lawyers: [] })).verdict).toBe('refer');
  expect(decide('base', reviewFacts({ latinName: 'LIN Zhiyuan' })).verdict).toBe('approve');
});

describe('names', () => {
  test.each([
    ['江海民亊律师事务所', '名称“江海民亊律师事务所”含有「亊」U+4E8A 形近“事”'],
    ['江海巿诚信律师事务所', '形近“市”'],
    ['江海明曰律师事务所', '形近“日”'],
    ['江海АВС律师事务所', '形近“A”'],
    ['江海ＡＢ律师事务所', '形近“A”'],
    ['江海⼈和律师事务所', '形近“人”'],
  ])('of a firm: %s', (name, why) => {
    expect(doubtOf(namesGenuine, { firm: firmFacts({ name }) })).toContain(why);
    const own = { firm: null, lawyers: [lawyerFacts({ firmName: name })] };
    expect(doubtOf(namesGenuine, own)).toContain('执业机构');
  });

  test('of whoever is in charge, and of a lawyer', () => {
    expect(doubtOf(namesGenuine, { firm: firmFacts({ personInCharge: '温書亊' }) })).toContain('负责人');
    expect(doubtOf(namesGenuine, { lawyers: [lawyerFacts({ name: '张克已' })] })).toContain('形近“己”');
  });

  test.each(['周𬭎', '李𫖮', '𡃁国栋', '阿依古丽·买买提', '陳志明', '张喆堃', 'José Müller', '王淼', '张克己'])(
    'a rare one that looks like no common one is what it is: %s',
    (name) => {
      expect(doubtOf(namesGenuine, { lawyers: [lawyerFacts({ name })] })).toBe('');
    },
  );
});
