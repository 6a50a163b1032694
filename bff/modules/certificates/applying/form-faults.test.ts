import { beforeAll, describe, expect, test } from '@jest/globals';
import { certificateEndpoints } from '../../../contract/certificates/endpoints.ts';
import { addDays } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi, type Answer } from '../../../test/api.ts';
import { approve, certificateOf, newKey, wordsOf } from '../../../test/factories/certificate.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { makeFirm, makeLawyer } from '../../../test/factories/registry.ts';
import { Application } from '../model.ts';

useOffice();
const api = useApi();

let token = '';
let firmId = 0;
let lawyerId = 0;
beforeAll(async () => {
  firmId = (await makeFirm()).id;
  lawyerId = (await makeLawyer({ firmId })).id;
  token = await memberToken({ firmId });
});

const form = (more: object = {}) => ({ type: 'firm-clean', email: 'post@example.com', since: '2022-01-01', ...more });
const submitForm = (body: unknown) =>
  api.call(certificateEndpoints.submitApplication, {
    as: token,
    body: typeof body === 'object' && !Array.isArray(body) ? { idempotencyKey: newKey(), ...body } : body,
  });
const previewForm = (body: object) => api.call(certificateEndpoints.previewApplication, { as: token, body });
const stored = (answer: Answer) => Application.findByPk(Number(answer.json['id']), { rejectOnEmpty: true });

/** What is refused: the field and words of its message. */
const FAULTS: [what: string, more: object, field: string, words: string][] = [
  ['no address to mail to', { email: undefined }, 'email', '联系邮箱'],
  ['an address without domain', { email: 'post@' }, 'email', '格式不正确'],
  ['two addresses', { email: 'a@example.com,b@example.com' }, 'email', '格式不正确'],
  ['an address that ends a header', { email: 'a@example.com\r\nBcc: b@example.com' }, 'email', '格式不正确'],
  ['since tomorrow', { since: addDays(clock.today(), 1) }, 'since', '不能晚于今天'],
  ['30 February', { since: '2026-02-30' }, 'since', '真实存在的日期'],
  ['29 February of a common year', { since: '2026-02-29' }, 'since', '真实存在的日期'],
  ['a time stamp', { since: '2022-01-01T00:00:00Z' }, 'since', '真实存在的日期'],
  ['no since', { since: undefined }, 'since', '起始时间'],
  ['a number for since', { since: 20220101 }, 'since', '起始时间'],
  ['0 copies', { paper: { pickup: 'collect', copies: 0 } }, 'paper.copies', '1至100'],
  ['100,001 copies', { paper: { pickup: 'collect', copies: 100_001 } }, 'paper.copies', '1至100'],
  ['half a copy', { paper: { pickup: 'collect', copies: 1.5 } }, 'paper.copies', '1至100'],
  ['copies in words', { paper: { pickup: 'collect', copies: '三份' } }, 'paper.copies', '1至100'],
  ['1e2 copies', { paper: { pickup: 'collect', copies: '1e2' } }, 'paper.copies', '1至100'],
  ['pickup by pigeon', { paper: { pickup: 'pigeon', copies: 1 } }, 'paper.pickup', '领取方式'],
  ['a remark of 101 characters', { remark: '备'.repeat(101) }, 'remark', '最多100个字'],
  ['a remark of 101 four-byte characters', { remark: '𠮷'.repeat(101) }, 'remark', '最多100个字'],
  ['a purpose of two lines', { purpose: '投标\n贷款' }, 'purpose', '无法使用的字符'],
  ['a NUL', { purpose: '投\u0000标' }, 'purpose', '无法使用的字符'],
  ['an escape', { remark: '备\u001b[31m注' }, 'remark', '无法使用的字符'],
  ['a bidirectional override', { purpose: '投\u202e标' }, 'purpose', '无法使用的字符'],
  ['a zero-width space', { purpose: '投\u200b标' }, 'purpose', '无法使用的字符'],
  ['half a character', { purpose: '投\ud842标' }, 'purpose', '无法使用的字符'],
  ['an unknown field', { isApproved: true }, 'isApproved', '不支持的字段'],
  ['an unknown field inside', { paper: { pickup: 'collect', copies: 1, free: true } }, 'paper.free', '不支持的字段'],
  ['a field of another type', { freeText: '内容' }, 'freeText', '不支持的字段'],
  ['a type that is none', { type: 'firm-clean; DROP TABLE' }, 'type', '请选择证明类型'],
  ['a type of lawyers', { type: 'lawyer-clean' }, 'type', '请选择可申请的证明类型'],
  ['a short idempotency key', { idempotencyKey: 'short' }, 'idempotencyKey', '提交标识'],
  ['null for an object', { email: null }, 'email', '联系邮箱'],
];

describe('each fault is told by field, in Chinese, and nothing is stored', () => {
  test.each(FAULTS)('%s', async (_what, more, field, words) => {
    const before = await Application.count();
    const answer = await submitForm(form(more));
    expect(answer.status).toBe(422);
    expect(answer.json.error).toMatchObject({
      code: 'invalid_fields',
      message: '有几处需要修改，请按提示更正后再提交',
    });
    // Of an unknown type nobody can say what it asks for, so that other fields may be named as well.
    const expected = { [field]: expect.stringContaining(words) as unknown };
    if (field === 'type') expect(answer.json.error?.fields).toMatchObject(expected);
    else expect(answer.json.error?.fields).toEqual(expected);
    expect(await Application.count()).toBe(before);
  });

  test('control: the form without fault is accepted', async () => {
    expect((await submitForm(form())).status).toBe(200);
  });
});

describe('all faults at once', () => {
  const everything = {
    type: 'firm-some-lawyers-clean',
    email: 'nobody',
    since: '2026-02-30',
    lawyerIds: [],
    purpose: '用'.repeat(51),
    remark: '备'.repeat(101),
    paper: { pickup: 'mail', copies: 0, recipient: '', phone: '12', address: ' ' },
    isApproved: true,
  };
  const fields = [
    'email',
    'isApproved',
    'lawyerIds',
    'paper.address',
    'paper.copies',
    'paper.phone',
    'paper.recipient',
    'purpose',
    'remark',
    'since',
  ];

  test('on submission', async () => {
    const answer = await submitForm(everything);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.json.error?.fields ?? {}).sort()).toEqual(fields);
  });

  test('and on preview', async () => {
    const answer = await previewForm(everything);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.json.error?.fields ?? {}).sort()).toEqual(fields);
  });

  test.each(['constructor', 'toString', 'hasOwnProperty'])('%s is an unknown field like any other', async (name) => {
    const answer = await submitForm(withKey(name));
    expect(answer.status).toBe(422);
    expect(Object.getOwnPropertyNames(answer.json.error?.fields ?? {})).toEqual([name]);
  });

  test('__proto__ is no JSON of ours', async () => {
    expect((await submitForm(withKey('__proto__'))).status).toBe(400);
  });

  const withKey = (name: string) =>
    JSON.stringify({ idempotencyKey: newKey(), ...form() }).replace('{', `{"${name}":{"type":"x"},`);

  test('a chosen lawyer of another firm', async () => {
    const stranger = await makeLawyer({ firmId: (await makeFirm()).id });
    const body = form({ type: 'firm-some-lawyers-clean', lawyerIds: [lawyerId, stranger.id] });
    for (const answer of [await submitForm(body), await previewForm(body)]) {
      expect(answer.status).toBe(422);
      expect(answer.json.error?.fields).toEqual({ lawyerIds: expect.stringContaining('非本所') as unknown });
    }
  });

  test('one lawyer twice', async () => {
    const answer = await submitForm(form({ type: 'firm-some-lawyers-clean', lawyerIds: [lawyerId, lawyerId] }));
    expect(answer.json.error?.fields).toEqual({ lawyerIds: '同一名律师被重复选择' });
  });
});

describe('what looks odd and is right', () => {
  test('full-width digits and letters are made narrow', async () => {
    const answer = await submitForm(
      form({
        email: 'ｐｏｓｔ＠example．com',
        since: '２０２２－０１－３１',
        paper: {
          pickup: 'mail',
          copies: '１０',
          recipient: '温书宁',
          phone: '１３８ 0013-8000',
          address: '书院街８号',
        },
      }),
    );
    expect(answer.status).toBe(200);
    expect(await stored(answer)).toMatchObject({
      email: 'post@example.com',
      sinceOn: '2022-01-31',
      paper: { pickup: 'mail', copies: 10, recipient: '温书宁', phone: '13800138000', address: '书院街８号' },
    });
  });

  test('four-byte characters are counted as one and come back as they were', async () => {
    const remark = '𠮷𡃁𬭎'.repeat(33) + '注';
    const answer = await submitForm(form({ remark }));
    expect(answer.status).toBe(200);
    expect((await stored(answer)).remark).toBe(remark);
    expect(answer.json['remark']).toBe(remark);
  });

  test.each([
    '{{7*7}}',
    '#read("/etc/passwd")',
    '<script>alert(1)</script>',
    "'; DROP TABLE applications; --",
    '$x^2$ \\#',
  ])('%s as purpose and as name of the firm is read by a person, then printed as it was typed', async (typed) => {
    const firm = await makeFirm({ name: typed });
    const as = await memberToken({ firmId: firm.id });
    const body = { idempotencyKey: newKey(), ...form({ purpose: typed }) };
    const answer = await api.call(certificateEndpoints.submitApplication, { as, body });
    expect(answer.json).toMatchObject({ state: 'pending', outcome: null });
    await approve(Number(answer.json['id']));
    await doDueWork();
    const words = await wordsOf(await certificateOf(Number(answer.json['id'])));
    const bare = typed.replace(/\s/g, '');
    expect(words).toContain(`${bare}是本会团体会员`);
    expect(words).toContain(`用途：「${bare}」`);
    expect(words).not.toContain(`本证明用于${bare}`);
    expect(words).not.toContain('root:');
  });
});
