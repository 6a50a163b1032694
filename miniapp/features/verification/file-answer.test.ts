import { describe, expect, it } from '@jest/globals';
import type { VerificationReply } from '../../../bff/contract/verification/endpoints.ts';
import type { Finding } from '../../platform/signatures.ts';
import { CERTIFICATE, FORM_REPLY, RECEIPT_REPLY } from '../../test/fixtures.ts';
import { fileAnswerOf } from './file-answer.ts';

const known = (answer: 'authentic' | 'altered'): VerificationReply => ({
  answer,
  standing: 'valid',
  standingOn: null,
  expiresOn: null,
  isUnderReview: false,
  replacedBy: null,
  checkedAt: '2026-11-28T04:05:06.000Z',
  certificate: CERTIFICATE,
});
const UNKNOWN: VerificationReply = { answer: 'unknown' };
const marks = { number: null, code: null, link: null };
const asked = (reply: VerificationReply, finding: Finding | null, opened?: string) =>
  fileAnswerOf({ reply, finding }, { opened, isAlone: true });
const intact = (reason: string): Finding => ({ kind: 'intact', reason });

describe('a tick', () => {
  it('needs the register’s word and a signature of ours', () => {
    expect(asked(known('authentic'), intact('出具电子证明')).shape).toBe('check');
    expect(asked(known('authentic'), null).shape).toBe('check');
  });

  it('is not given where the register knows a file that is not signed by us', () => {
    const findings: Finding[] = [
      { kind: 'foreign', name: '江海市律师协会' },
      { kind: 'unsigned', marks },
      { kind: 'changed' },
    ];
    for (const finding of findings)
      expect(asked(known('authentic'), finding)).toMatchObject({ shape: 'cross', zh: '暂不能确认' });
  });

  it('is given to a receipt that the register knows, and says what was refunded since', () => {
    expect(asked(RECEIPT_REPLY, intact('开具缴费收据'))).toMatchObject({ shape: 'check', zh: '本协会开具的缴费收据' });
    const back = { ...RECEIPT_REPLY, refundedFen: 350 };
    expect(asked(back, intact('开具缴费收据'))).toMatchObject({ shape: 'bang', zh: '开具之后有退款' });
    expect(asked({ ...back, refundedFen: 700 }, null)).toMatchObject({ shape: 'bang', zh: '款项已全部退回' });
    expect(asked(RECEIPT_REPLY, { kind: 'changed' }).zh).toBe('暂不能确认');
    expect(asked(RECEIPT_REPLY, intact('开具缴费收据'), CERTIFICATE.number).shape).toBe('bang');
  });

  it('tells a 登记表 from a certificate, and a newer one from it', () => {
    const signed = intact('出具律师基本信息登记表');
    expect(asked(FORM_REPLY, signed)).toMatchObject({ shape: 'check', zh: '本协会出具的登记表' });
    expect(asked({ ...FORM_REPLY, isSuperseded: true }, signed).zh).toBe('已有更新的登记表');
    expect(asked(FORM_REPLY, { kind: 'changed' }).zh).toBe('暂不能确认');
    expect(asked(FORM_REPLY, signed, CERTIFICATE.number).zh).toBe('是一份真实的登记表，不是您打开的那一份');
  });
});

it.each<[string, VerificationReply, Finding]>([
  ['有本协会的签名，但没有登记', UNKNOWN, intact('出具电子证明')],
  ['有本协会签名的缴费收据，没有登记', UNKNOWN, intact('开具缴费收据')],
  ['原件之后被追加内容', known('authentic'), { kind: 'appended', reason: '出具电子证明', sha256: '', added: 8 }],
  ['内容被改动', known('altered'), { kind: 'changed' }],
  ['不是本协会的签名', UNKNOWN, { kind: 'foreign', name: '某某' }],
  ['扫描件或转存件', UNKNOWN, { kind: 'unsigned', marks: { ...marks, number: '2611220001' } }],
  ['没有本协会的签名', UNKNOWN, { kind: 'unsigned', marks }],
  ['图片中没有读到二维码', UNKNOWN, { kind: 'picture', marks }],
  ['加密的文件', UNKNOWN, { kind: 'encrypted' }],
  ['无法读取', UNKNOWN, { kind: 'unreadable' }],
])('%s is said, in both languages, without a tick', (zh, reply, finding) => {
  const answer = asked(reply, finding);
  expect(answer.zh).toBe(zh);
  expect(answer.shape).not.toBe('check');
  expect(answer.en && answer.meaning.zh && answer.meaning.en).toBeTruthy();
});

it('another genuine certificate is not the one that was opened', () => {
  const own = CERTIFICATE.number;
  expect(asked(known('authentic'), intact('出具电子证明'), own).shape).toBe('check');
  expect(asked(known('authentic'), intact('出具电子证明'), '2611229999').zh).toBe('另一份真实的证明');
});

it('names what stands below only where something does', () => {
  const outcome = { reply: known('altered'), finding: { kind: 'changed' } as const };
  expect(fileAnswerOf(outcome, { opened: undefined, isAlone: true }).meaning.zh).toContain('以下是');
  expect(fileAnswerOf(outcome, { opened: undefined, isAlone: false }).meaning.zh).not.toContain('以下是');
});

describe('the original whose content stands below is never shown without how it stands', () => {
  const revoked = (answer: 'authentic' | 'altered'): VerificationReply =>
    ({ ...known(answer), standing: 'revoked', standingOn: '2026-11-23' }) as VerificationReply;
  const added: Finding = { kind: 'appended', reason: '出具电子证明', sha256: '', added: 1 };
  const cases: [string, VerificationReply, Finding | null][] = [
    ['with bytes added', revoked('authentic'), added],
    ['altered', revoked('altered'), { kind: 'changed' }],
    ['signed by others', revoked('altered'), { kind: 'foreign', name: '某某' }],
    ['scanned', revoked('altered'), { kind: 'unsigned', marks }],
    ['not looked into', revoked('altered'), null],
    ['known, and not signed by us', revoked('authentic'), { kind: 'changed' }],
  ];

  it.each(cases)('a file %s', (_, reply, finding) => {
    const { shape, standing } = asked(reply, finding);
    expect(shape).not.toBe('check');
    expect(standing).toEqual({
      zh: '原件当前状态：已撤销（2026年11月23日起）',
      en: 'The original: status now: revoked, since 2026-11-23',
    });
  });

  it('is said of one that is looked at again, too, and of several files nothing stands below', () => {
    const review = { ...known('authentic'), isUnderReview: true } as VerificationReply;
    expect(asked(review, added).standing?.zh).toBe('原件当前状态：有效，待复核');
    expect(fileAnswerOf({ reply: review, finding: added }, { opened: undefined, isAlone: false }).standing).toBeNull();
  });

  it('of receipts it is what went back since, of forms that there is a newer one', () => {
    const refunded = { ...RECEIPT_REPLY, answer: 'receipt_altered', refundedFen: 350 } as VerificationReply;
    const older = { ...FORM_REPLY, answer: 'form_altered', isSuperseded: true } as VerificationReply;
    expect(asked(refunded, null).standing?.zh).toBe('原件当前状态：已退款3.50元');
    expect(asked(older, { kind: 'changed' }).standing?.zh).toContain('原件当前状态：之后又有内容审核通过');
  });

  it('a valid one lends nothing to a file that is not it', () => {
    expect(asked(known('authentic'), added).standing).toBeNull();
    expect(asked(known('altered'), { kind: 'changed' }).standing).toBeNull();
  });
});
