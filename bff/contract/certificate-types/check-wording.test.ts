import { describe, expect, test } from '@jest/globals';
import { checkWording, MAX_WORDING } from './check-wording.ts';
import type { WordingUse } from './placeholders.ts';

const firmUse: WordingUse = { audience: 'firm', lawyerScope: 'none', asks: ['since'], ruleSet: 'firm-clean' };
const messages = (body: string, use?: WordingUse) => checkWording(body, use).map(({ message }) => message);

describe('a wording that may be published', () => {
  test.each([
    '兹证明{{firm}}为本会团体会员。',
    '{{ firm }}、{{\tlicenceNo }}',
    '自{{since}}起。\n\n{{#if purpose}}本证明用于{{purpose}}。{{/if}}',
    '{{#if purpose}}用于{{purpose}}{{else}}用途不限{{/if}}',
    '{{#unless purpose}}用途不限{{else}}用于{{purpose}}{{/unless}}',
    '# 任职证明\n正文\n  {{ recordsTable }}\n---\n# Certificate\nText',
    '单个 { 花括号 } 与反斜杠 \\ 都是文字',
  ])('%s', (body) => expect(messages(body, firmUse)).toEqual([]));
});

describe('a wording with a fault', () => {
  test.each([
    ['', '请填写正文'],
    [' \n ', '请填写正文'],
    ['{{firmm}}', '没有“firmm”这个占位符'],
    ['{{constructor}}', '没有“constructor”这个占位符'],
    ['{{__proto__}}', '没有“__proto__”这个占位符'],
    ['{{toString}}', '没有“toString”这个占位符'],
    ['{{firm.name}}', '不支持'],
    ['{{../firm}}', '不支持'],
    ['{{this}}', '没有“this”'],
    ['{{@root.firm}}', '不支持'],
    ['{{lookup firm "x"}}', '不支持'],
    ['{{log firm}}', '不支持'],
    ['{{> partial}}', '不支持'],
    ['{{#> layout}}{{/layout}}', '不支持'],
    ['{{#with firm}}{{/with}}', '不支持'],
    ['{{#each firm}}{{/each}}', '不支持'],
    ['{{#read}}/etc/passwd{{/read}}', '不支持'],
    ['{{#if (lookup firm 0)}}{{/if}}', '不支持'],
    ['{{#if firm.name}}x{{/if}}', '不支持'],
    ['{{#if firm as |x|}}x{{/if}}', '不支持'],
    ['{{*decorator}}', '不支持'],
    ['{{! 注释 }}', '不支持'],
    ['{{~firm~}}', '不支持'],
    ['{{&firm}}', '不支持'],
    ['{{{firm}}}', '花括号应成对'],
    ['{{{{raw}}}}{{{{/raw}}}}', '花括号应成对'],
    ['\\{{firm}}', '花括号应成对'],
    ['{{firm', '缺少“}}”'],
    ['firm}}', '多出了“}}”'],
    ['{{#if firm}}x', '缺少 {{/if}}'],
    ['{{/if}}', '没有与之对应'],
    ['{{#if firm}}x{{/unless}}', '没有与之对应'],
    ['{{else}}', '{{else}} 只能'],
    ['{{#if firm}}a{{else}}b{{else}}c{{/if}}', '{{else}} 只能'],
    ['{{#if nobody}}x{{/if}}', '没有“nobody”'],
    ['{{#if firm}}'.repeat(9), '最多嵌套'],
    ['甲{{historyTable}}', '单独成行'],
    ['{{#if purpose}}\n{{historyTable}}\n{{/if}}', '单独成行'],
    ['{{historyTable}}\n{{hoursTable}}', '只能有一个'],
    ['文\u0000字', '无法使用的字符'],
    ['文\u0007字', '无法使用的字符'],
    ['长'.repeat(MAX_WORDING + 1), '最多'],
  ])('%j', (body, told) => expect(messages(body).join()).toContain(told));

  test('says where: the line, and the position for the cursor', () => {
    expect(checkWording('一\n二{{nobody}}')).toEqual([
      { at: 3, line: 2, message: '没有“nobody”这个占位符，请从列表中选择' },
    ]);
  });
});

describe('a place that would stay empty', () => {
  test.each([
    ['用于{{purpose}}。', firmUse, '{{#if purpose}}'],
    ['{{#unless purpose}}{{purpose}}{{/unless}}', firmUse, '{{#if purpose}}'],
    ['{{lawyerName}}', firmUse, '此处会是空白'],
    ['{{subjects}}', firmUse, '此处会是空白'],
    ['{{since}}', { ...firmUse, asks: [] }, '此处会是空白'],
    ['{{licenceNo}}', { audience: 'lawyer', lawyerScope: 'self', asks: [], ruleSet: 'base' }, '此处会是空白'],
    ['{{licenceNo}}', { audience: 'both', lawyerScope: 'self', asks: [], ruleSet: 'base' }, '只有一类申请人有'],
  ] as [string, WordingUse, string][])('%s', (body, use, told) => expect(messages(body, use).join()).toContain(told));

  test('a letter for both: what is not about the firm is about the lawyer', () => {
    const both: WordingUse = { audience: 'both', lawyerScope: 'self', asks: [], ruleSet: 'base' };
    const body = '{{firm}}：{{#if uscc}}{{licenceNo}}{{else}}{{lawyerName}}{{/if}}';
    expect(messages(body, both)).toEqual([]);
    expect(messages('{{#if uscc}}{{lawyerName}}{{/if}}', both)).toHaveLength(1);
  });
});

describe('a wording that says what its rules do not look at', () => {
  const lawyerUse: WordingUse = { audience: 'lawyer', lawyerScope: 'self', asks: ['since', 'year'], ruleSet: 'base' };
  const CLEAN = '自{{since}}至此证明作出之日，{{theMember}}未受到本会任何行业处分。';
  const ENGLISH = '{{lawyerName}}\n---\n# Certificate\nNo Disciplinary action has been taken.';

  test.each([CLEAN, ENGLISH, '{{lawyerName}}{{records}}', '甲\n{{recordsTable}}', '{{lawyerName}}未被惩戒。'])(
    'discipline: %s',
    (body) => {
      for (const ruleSet of ['base', 'manual', 'dues', 'practice'] as const)
        expect(messages(body, { ...lawyerUse, ruleSet }).join()).toContain('不核查处分');
      for (const ruleSet of ['lawyer-clean', 'practice-status'] as const)
        expect(messages(body, { ...lawyerUse, ruleSet })).toEqual([]);
    },
  );

  test.each([
    ['{{lawyerName}}执业年限为{{practiceYears}}。', 'practice'],
    ['{{lawyerName}}\n{{historyTable}}', 'history'],
  ] as const)('the years of practice: %s', (body, ruleSet) => {
    expect(messages(body, lawyerUse).join()).toContain('此处会是空白');
    expect(messages(body, { ...lawyerUse, ruleSet })).toEqual([]);
  });
});

test.each([
  '{{lawyerName}}自{{firstPractisedOn}}起连续执业至今。',
  '{{lawyerName}}自首次执业以来执业从未中断。',
  '{{lawyerName}}\n---\n# Certificate\n{{lawyerName}} has been in uninterrupted practice since {{firstPractisedOnEnglish}}.',
  '{{lawyerName}}\n---\n# Certificate\n{{lawyerName}} has practised continuously.',
])('no wording says that practice was never interrupted, whatever its rules: %s', (body) => {
  for (const ruleSet of ['base', 'practice', 'history', 'manual'] as const) {
    const use: WordingUse = { audience: 'lawyer', lawyerScope: 'self', asks: [], ruleSet };
    expect(messages(body, use).join()).toContain('执业未中断');
    expect(messages('{{lawyerName}}现执业于{{firm}}。会员资格连续。', use)).toEqual([]);
  }
});

test('an answer comes at once, whatever the text', () => {
  const hostile = ['{{', '}}', '{{#if firm}}', '{', '{{else}}', '{{firm', ' {{ '.repeat(3), '{{#if '];
  for (const piece of hostile) {
    const began = performance.now();
    expect(checkWording(piece.repeat(Math.floor(MAX_WORDING / piece.length))).length).toBeGreaterThan(0);
    checkWording(piece.repeat(1_000_000 / piece.length));
    expect(performance.now() - began).toBeLessThan(500);
  }
});
