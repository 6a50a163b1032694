import { describe, expect, test } from '@jest/globals';
import { isSensitive, type Row } from '../../../contract/form-reading/fields.ts';
import { valueWords } from '../../../contract/form-reading/words.ts';
import type { Field, Section, Value, Values } from '../../../contract/forms/language.ts';
import { SHIPPED_POLICY } from '../../../contract/profile-fields/policy.ts';
import { PROFILE, profileSection, type SectionKey } from '../../../contract/profile/profile.ts';
import { validateSection, type FormContext } from '../../forms/validate-section.ts';
import { findingsOf } from './rules.ts';

const context: FormContext = { values: {}, given: new Set(), birthOn: '1985-03-12', today: '2026-11-29' };
/** What the rules look at besides. */
const beside = { ...context, documents: SHIPPED_POLICY.documents };
const row = (values: Values, variant?: string, id = 'r'): Row => ({ id, values, ...(variant && { variant }) });
/** The fault of one field of one row. */
const faultOf = (key: SectionKey, field: string, values: Values, more: Partial<FormContext> = {}, variant?: string) =>
  validateSection(profileSection(key), { rows: [row(values, variant)], saidNone: false }, { ...context, ...more })
    .faults[`r.${field}`];
const found = (key: SectionKey, values: Values, variant?: string) =>
  findingsOf(profileSection(key), { rows: [row(values, variant)], saidNone: false }, beside).map(({ kind, words }) => [
    kind,
    words,
  ]);

describe('what is said of bad input', () => {
  test.each<[SectionKey, string, Values, string]>([
    ['basic', 'practiceAreas', { practiceAreas: ['tax', 'data', 'land', 'trust'] }, '执业范围最多选3项，请先取消一项'],
    ['basic', 'website', { website: 'https://u:p@x.cn' }, '个人网站应以 http:// 或 https:// 开头，且不含账号密码'],
    ['basic', 'website', { website: 'http://10.0.0.1/' }, '个人网站应以 http:// 或 https:// 开头，且不含账号密码'],
    ['basic', 'nativePlace', { nativePlace: '440000' }, '籍贯请选择到区县'],
    ['basic', 'qq', { qq: '01234' }, 'QQ应为5至11位数字，首位不为0'],
    ['basic', 'wechat', { wechat: '1abcde' }, '微信号应为6至20位，以字母开头，只含字母、数字、下划线和连字符'],
    ['education', 'startedOn', { startedOn: '2016-02-30' }, '入学日期应为真实存在的日期，例如 2016-09-01'],
    ['education', 'startedOn', { startedOn: '16/1/1' }, '入学日期应为真实存在的日期，例如 2016-09-01'],
    ['education', 'startedOn', { startedOn: '二〇一六年' }, '入学日期应为真实存在的日期，例如 2016-09-01'],
    ['education', 'startedOn', { startedOn: '1996-09-01' }, '入学日期不能早于满12周岁之日（1997-03-12）'],
    ['education', 'endedOn', { startedOn: '2016-09-01', endedOn: '2016-01-01' }, '毕业日期不能早于2016-09-01'],
    ['education', 'level', { level: '22' }, '请重新选择学历'],
    ['awards', 'awardedOn', { awardedOn: '2027-01-01' }, '获奖日期不能晚于今天（2026-11-29）'],
    [
      'publicService',
      'tenths',
      { kind: 'volunteering', tenths: '2.55' },
      '时长（小时）应为0.1至999之间的数字，最多一位小数',
    ],
    [
      'publicService',
      'fen',
      { kind: 'donation', fen: '一百' },
      '捐赠金额应为0.01至100000000.00元，精确到分，例如 12.50',
    ],
    ['publications', 'publishedOn', { publishedOn: '2016-13' }, '出版（发表）时间应为年月，例如 2016-09'],
    ['family', 'birthYear', { birthYear: '85' }, '出生年份应为四位年份，例如 1985'],
  ])('%s %s', (key, field, values, words) => {
    expect(faultOf(key, field, values, {}, 'domestic')).toBe(words);
  });

  test.each<[SectionKey, Values, string, string?]>([
    ['basic', { politicalStatus: ['05', '13'] }, '“群众”不能与其他政治面貌同时选择'],
    ['basic', { politicalStatus: ['05', '06'] }, '只能选择一个民主党派；如有特殊情况请提交工单说明'],
    ['publications', { isbn: '9787511800001' }, 'ISBN 校验位不正确，请核对13位或10位编号'],
    ['languages', { exam: 'ielts', score: '9.3' }, '雅思成绩应为0至9之间、以0.5为间隔，例如 6.5'],
    ['education', { country: 'CN' }, '在中国境内的教育经历请改用“境内”', 'overseas'],
    ['education', { endedOn: '2002-06-30' }, '毕业日期不能早于满18周岁之日，请核对年份', 'domestic'],
    ['politics', { role: 'cppcc', level: 'township' }, '乡镇只适用于人大代表和党代表，请重新选择层级'],
    ['family', {}, '请先告知家庭成员，再勾选“已告知家庭成员”'],
  ])('%s: %j', (key, values, words, variant = '') => {
    expect(found(key, values, variant)).toEqual([['fault', words]]);
  });

  test.each<[SectionKey, Values]>([
    ['publications', { isbn: '9787511812346' }],
    ['languages', { exam: 'ielts', score: '6.5' }],
    ['languages', { exam: 'psc', score: '二级甲等' }],
    ['basic', { politicalStatus: ['01', '05'] }],
  ])('nothing of what is right: %s %j', (key, values) => expect(found(key, values)).toEqual([]));

  test('a doubt stops nothing: a judge who left a year ago, a relative in a court, a degree from abroad', () => {
    const doubts = [
      found('work', { kind: 'court', leftHow: 'resigned', leftOn: '2025-12-01' }),
      found('family', { relation: 'spouse', inJudiciary: true, organ: '江海市中级人民法院', told: true }),
      found('education', { country: 'GB' }, 'overseas'),
    ];
    // Of a judge three things are asked: former cases, litigation, firms of the district (former-judge.test.ts).
    expect(doubts.map((all) => all.map(([kind]) => kind))).toEqual([['doubt', 'doubt', 'doubt'], ['doubt'], ['doubt']]);
  });

  test('two rows that say the same: the later one names the other', () => {
    const values = { awardedOn: '2020-01-01', title: '优秀律师', issuer: '江海市律师协会' };
    const rows = [row(values), row(values, undefined, 's')];
    const { faults } = validateSection(PROFILE.awards, { rows, saidNone: false }, context);
    expect(faults['s.awardedOn']).toBe('与“优秀律师 · 江海市律师协会”重复，请修改或删除其中一条');
  });

  test('what is hidden is neither asked for nor submitted, and a list says 本人无此项 or has rows', () => {
    const values = { startedOn: '2020-09-01', ongoing: true, endedOn: '2019-01-01', diplomaNo: '12345678' };
    const { data, faults } = validateSection(
      PROFILE.education,
      { rows: [row(values, 'domestic')], saidNone: false },
      context,
    );
    expect([data.rows[0]?.values, faults['r.endedOn'], faults['r.files']]).toEqual([
      { startedOn: '2020-09-01', ongoing: true },
      undefined,
      undefined,
    ]);
    const empty = (key: SectionKey, saidNone: boolean) =>
      validateSection(profileSection(key), { rows: [], saidNone }, context).faults['_'];
    expect([empty('awards', false), empty('awards', true), empty('education', true)]).toEqual([
      '请添加获奖情况，没有的请勾选“本人无此项”',
      undefined,
      '请添加教育经历',
    ]);
  });
});

test('a new field is one entry: read, judged, shown and split by it alone', () => {
  const field: Field = {
    key: 'callSign',
    label: '呼号',
    kind: 'mask',
    pattern: 'postcode',
    required: true,
    privacy: 'P3',
  };
  const section: Section = { ...PROFILE.awards, fields: [...PROFILE.awards.fields, field] };
  const judge = (value?: Value) =>
    validateSection(section, { rows: [row(value === undefined ? {} : { callSign: value })], saidNone: false }, context);
  expect(judge().faults['r.callSign']).toBe('请填写呼号');
  expect(judge('12').faults['r.callSign']).toBe('呼号应为6位数字');
  expect(judge('１２３４５６').data.rows[0]?.values).toEqual({ callSign: '123456' });
  expect([valueWords(field, '123456'), isSensitive(section, field)]).toEqual(['123456', true]);
});

describe('what is found and stops nobody', () => {
  const level = (code: string, ongoing: boolean, id: string) =>
    row({ level: code, ...(ongoing && { ongoing }) }, 'domestic', id);
  const inEducation = (...rows: Row[]) =>
    findingsOf(profileSection('education'), { rows, saidNone: false }, beside).filter(({ kind }) => kind === 'doubt');

  test('the highest degree that is not finished', () => {
    expect(inEducation(level('21', false, 'a'), level('14', true, 'b'))).toMatchObject([{ at: 'b.level' }]);
    expect(inEducation(level('14', false, 'a'), level('21', true, 'b'))).toEqual([]);
    expect(inEducation(level('21', true, 'a'))).toMatchObject([{ at: 'a.level' }]);
  });

  const inBasic = (values: Values, more: Partial<FormContext>) =>
    findingsOf(
      profileSection('basic'),
      { rows: [row(values, undefined, 'self')], saidNone: false },
      {
        ...beside,
        ...more,
      },
    ).map(({ at, kind }) => `${kind} ${at}`);

  test.each<[string, string, string[]]>([
    ['14499201210100017', 'full_time', []],
    ['14499201210100017', 'part_time', ['doubt self.engagement']],
    ['14499201220100017', 'full_time', ['doubt self.engagement']],
    ['14499201220100017', 'part_time', []],
    ['14499201260100017', 'full_time', []],
  ])('of %s that it says %s', (licenceNo, engagement, found) => {
    expect(inBasic({ engagement }, { values: { licenceNo } })).toEqual(found);
  });

  test('an identity number that makes a child of its holder, on the day before and on the day', () => {
    expect(inBasic({}, { birthOn: '2008-11-30' })).toEqual(['doubt self.birthOn']);
    expect(inBasic({}, { birthOn: '2008-11-29' })).toEqual([]);
  });
});
