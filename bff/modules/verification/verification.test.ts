import { beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { verificationEndpoints as endpoints } from '../../contract/verification/endpoints.ts';
import { addDays } from '../../contract/dates.ts';
import { clock } from '../../platform/clock/clock.ts';
import { useApi, type Answer } from '../../test/api.ts';
import { approveAs, certificateOf, fileOf, issue, submit } from '../../test/factories/certificate.ts';
import { doDueWork, useOffice } from '../../test/office.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../test/factories/registry.ts';
import { previewReplacement } from '../certificates/ended/preview-replacement.ts';
import { replaceCertificate } from '../certificates/ended/replace-certificate.ts';
import { revokeCertificate } from '../certificates/ended/revoke-certificate.ts';
import type { Certificate } from '../certificates/model.ts';

useOffice();
const api = useApi();

const byToken = (token: string) => api.call(endpoints.verifyToken, { params: { token } });
const byNumber = (number: string, code: string) => api.call(endpoints.verifyNumber, { body: { number, code } });
const byFile = (sha256: string, token?: string) =>
  api.call(endpoints.verifyFile, { body: { sha256, ...(token !== undefined && { token }) } });
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const reviewer = staffActor('reviewer');
const UNKNOWN = { answer: 'unknown' };

let certificate: Certificate;
beforeAll(async () => {
  certificate = await issue(await memberActor({ firmId: (await makeFirm({ name: '江海恒正律师事务所' })).id }));
});

describe('issued by us exactly like this', () => {
  const authentic = (answer: Answer) => {
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ answer: 'authentic', standing: 'valid' });
    expect(answer.json['certificate']).toEqual({
      number: certificate.number,
      typeLabel: '律所无行业处分',
      association: '江海市律师协会',
      applicantPurpose: null,
      issuedAt: new Date(certificate.issuedAt!).toISOString(),
      issuedOn: clock.today(),
      title: '证明',
      paragraphs: certificate.letter.paragraphs,
      table: null,
      english: null,
      roster: null,
      sha256: certificate.sha256,
      pages: 1,
      signer: certificate.signer,
      isTest: true,
    });
  };

  test('by the link of the QR code', async () => authentic(await byToken(certificate.token)));
  test('by number and code', async () => authentic(await byNumber(certificate.number, certificate.code)));
  test('by the file, with and without its link', async () => {
    const sha256 = hashOf(await fileOf(certificate));
    authentic(await byFile(sha256));
    authentic(await byFile(sha256, certificate.token));
  });

  test('as people type: small letters, blanks, dashes, full width, O for 0, I and L for 1', async () => {
    const { number, code } = certificate;
    const spaced = code.replace(/(.{4})(?=.)/g, '$1 ').toLowerCase();
    const wide = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    for (const typed of [spaced, code.replace(/(.{4})(?=.)/g, '$1-'), wide(code)])
      authentic(await byNumber(number, typed));
    const grouped = code.replace(/(.{4})(?=.)/g, '$1·');
    const both = `编号：${number}  核验码：${grouped}`;
    for (const [asNumber, asCode] of [
      [`编号：${number}`, `核验码：${grouped}`],
      [`Number: ${number}`, `Verification code: ${spaced}`],
      [`No. ${number}`, code.replace(/(.{4})(?=.)/g, '$1—')],
      [`${number.slice(0, 6)}–${number.slice(6)}`, `核验码 Verification code\n${spaced}`],
      [both, both],
      [`【编号】${wide(number)}。`, `（核验码）“${grouped}”`],
      [number.replaceAll('0', 'O').replaceAll('1', 'l'), code],
    ] as const)
      authentic(await byNumber(asNumber, asCode));
    authentic(await byNumber(` ${wide(number)} `, code.replaceAll('0', 'O').replaceAll('1', 'l')));
  });
});

describe('not like this', () => {
  test('a changed byte anywhere is altered, if one knows which certificate it should be', async () => {
    const file = await fileOf(certificate);
    for (const at of [0, 100, Math.floor(file.length / 2), file.length - 1]) {
      const altered = Buffer.from(file);
      altered[at]! ^= 1;
      const answer = await byFile(hashOf(altered), certificate.token);
      expect(answer.json).toMatchObject({
        answer: 'altered',
        standing: 'valid',
        certificate: { number: certificate.number },
      });
      expect((await byFile(hashOf(altered))).json).toEqual(UNKNOWN);
    }
  });

  test('the file of one certificate on the page of another is what it is itself', async () => {
    const other = await issue(await memberActor({ firmId: (await makeFirm()).id }));
    const answer = await byFile(other.sha256!, certificate.token);
    expect(answer.json).toMatchObject({ answer: 'authentic', certificate: { number: other.number } });
  });
});

describe('how it stands now', () => {
  const revoke = ({ applicationId: id }: Certificate) => revokeCertificate({ actor: reviewer, id, reason: '材料不实' });
  const replace = async ({ applicationId: id }: Certificate) => {
    const { fingerprint: seen } = await previewReplacement({ actor: reviewer, id, correction: {} });
    return replaceCertificate({ actor: reviewer, id, reason: '更正', correction: {}, seen });
  };
  test.each([
    ['revoked', {}, revoke, 'revoked'],
    ['replaced', {}, replace, 'replaced'],
    ['past its last day', { expiresOn: addDays(clock.today(), -1) }, null, 'expired'],
    ['on its last day', { expiresOn: clock.today() }, null, 'valid'],
  ] as const)('%s', async (_what, decided, end, standing) => {
    const { id } = await submit(await memberActor({ firmId: (await makeFirm()).id }));
    await approveAs(id, decided);
    await doDueWork();
    const own = await certificateOf(id);
    await end?.(own);
    const altered = hashOf(Buffer.from('another'));
    for (const answer of [await byToken(own.token), await byNumber(own.number, own.code), await byFile(own.sha256!)]) {
      expect(answer.json).toMatchObject({ answer: 'authentic', standing });
    }
    expect((await byFile(altered, own.token)).json).toMatchObject({ answer: 'altered', standing });
  });
});

describe('what strangers do not learn', () => {
  test('identity numbers are masked wherever they stand; licence numbers and credit codes stay', async () => {
    const firm = await makeFirm();
    const lawyer = await makeLawyer({ firmId: firm.id });
    const own = await issue(await memberActor({ firmId: firm.id }), {
      type: 'firm-other',
      since: undefined,
      freeText: '林知远（身份证号码：44990119700102001X，另一写法44990119700102001x）在本所执业。',
      purpose: `${lawyer.licenceNo}及１１０１０５１９４９１２３１００２Ｘ`,
    });
    const { json } = await byToken(own.token);
    const told = JSON.stringify(json);
    expect(told).not.toMatch(/44990119700102001x/i);
    expect(told).not.toContain('１１０１０５１９４９１２３１００２Ｘ');
    expect(told).toContain('449***********001X');
    expect(told).toContain(`${lawyer.licenceNo}及１１０***********００２Ｘ`);
    expect(told).toContain(firm.uscc);
    expect(told).toContain(firm.licenceNo);
    // The document itself says it in full: only the page for strangers is masked.
    expect(own.letter.paragraphs.join()).toContain('44990119700102001X');
  });

  test('neither who applied nor where it was mailed nor the token nor the code', async () => {
    const told = (await byNumber(certificate.number, certificate.code)).bytes.toString();
    for (const secret of [certificate.token, certificate.code, 'post@example.com', certificate.storageKey!]) {
      expect(told).not.toContain(secret);
    }
  });

  test('a link with characters that no link of ours has is unknown, a NUL too', async () => {
    for (const token of ['\u0000\u001b[31m', 'a@\u0000.com', '证明'])
      expect(await byToken(token)).toMatchObject({ status: 200, json: UNKNOWN });
  });
  test('a certificate that is not issued yet is unknown', async () => {
    const application = await submit(await memberActor({ firmId: (await makeFirm()).id }));
    const { token, number, code } = await certificateOf(application.id);
    expect((await byToken(token)).json).toEqual(UNKNOWN);
    expect((await byNumber(number, code)).json).toEqual(UNKNOWN);
  });
});
