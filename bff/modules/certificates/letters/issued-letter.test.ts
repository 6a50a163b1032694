import { printedPages } from '../../../platform/pdf/printed-text.ts';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { certificateEndpoints } from '../../../contract/certificates/endpoints.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { approve, certificateOf, fileOf, issue, submit, wordsOf } from '../../../test/factories/certificate.ts';
import { makeManyLawyers } from '../../../test/factories/many-lawyers.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { pdfSignatures, pdfText } from '../../../test/pdf.ts';
import { makeDiscipline, makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import type { Firm, Lawyer } from '../../registry/model.ts';

useOffice();
const api = useApi();

const bare = (pdf: Uint8Array) => pdfText(pdf).replace(/\s/g, '');

describe('the issued file', () => {
  test('is signed over all of it, and one changed byte shows', async () => {
    const certificate = await issue(await memberActor({ firmId: (await makeFirm()).id }));
    const file = await fileOf(certificate);
    const told = pdfSignatures(file);
    expect(told).toContain('Signature is Valid');
    expect(told).toContain('Total document signed');
    expect(told).toContain('测试');
    const altered = Buffer.from(file);
    altered[Math.floor(file.length / 3)]! ^= 1;
    expect(pdfSignatures(altered)).not.toContain('Signature is Valid');
  });

  test('is what the member downloads and staff see, byte for byte, whatever changes in the registry', async () => {
    const firm = await makeFirm();
    const certificate = await issue(await memberActor({ firmId: firm.id }));
    const file = await fileOf(certificate);
    await firm.update({ name: '江海新名律师事务所' });
    const params = { id: certificate.applicationId };
    const own = await api.call(certificateEndpoints.downloadCertificate, {
      as: await memberToken({ firmId: firm.id }),
      params,
    });
    const seen = await api.call(certificateEndpoints.showStaffPdf, { as: await staffToken('reviewer'), params });
    for (const answer of [own, seen]) {
      expect(answer.bytes.equals(file)).toBe(true);
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain(
        `电子证明-${certificate.number}.pdf`,
      );
    }
  });

  test('of 400 lawyers names each once, numbered, over several pages', async () => {
    const firm = await makeFirm();
    await makeManyLawyers(firm.id, 400);
    const certificate = await issue(await memberActor({ firmId: firm.id }), { type: 'firm-all-lawyers-clean' });
    expect(certificate.pages).toBeGreaterThan(5);
    const words = await wordsOf(certificate);
    expect(words).toContain('共有执业律师400名');
    expect(words).toContain('（共400名）');
    expect(words).toContain(`第${certificate.pages}页共${certificate.pages}页`);
    const rows = certificate.letter.roster?.rows ?? [];
    expect(rows).toHaveLength(400);
    for (const row of rows) expect(words.split(row[2]!)).toHaveLength(2);
    expect(pdfSignatures(await fileOf(certificate))).toContain('Signature is Valid');
  });

  test.each(['周𬭎', '李𫖮', '王㛃', '阿依古丽·买买提', '龘'.repeat(12)])('prints %s as it is', async (name) => {
    const firm = await makeFirm();
    const lawyer = await makeLawyer({ firmId: firm.id, name });
    const certificate = await issue(await memberActor({ lawyerId: lawyer.id }), { type: 'lawyer-clean' });
    expect(await wordsOf(certificate)).toContain(name);
  });
});

/** Without the watermark, which readers find in the midst of whatever it lies over. */
const uprightText = (pdf: Buffer) =>
  printedPages(pdf)
    .flatMap(({ runs }) => runs.map(({ text }) => text))
    .join('')
    .replace(/\s/g, '');

describe('the preview', () => {
  let firm: Firm;
  let lawyer: Lawyer;
  let as = '';
  beforeAll(async () => {
    firm = await makeFirm();
    lawyer = await makeLawyer({ firmId: firm.id, name: '南宫雨薇' });
    as = await memberToken({ firmId: firm.id });
  });
  const form = (more: object = {}) => ({ type: 'firm-clean', email: 'post@example.com', since: '2022-01-01', ...more });
  const preview = async (body: object) => (await api.call(certificateEndpoints.previewApplication, { as, body })).bytes;

  test('says what the issued letter says, with 样本 over it and neither number nor signature', async () => {
    const body = form({ type: 'firm-some-lawyers-clean', lawyerIds: [lawyer.id], purpose: '投标' });
    const shown = await preview(body);
    const certificate = await issue(await memberActor({ firmId: firm.id }), body);
    for (const paragraph of certificate.letter.paragraphs) {
      expect(uprightText(shown)).toContain(paragraph.replace(/\s/g, ''));
      expect(await wordsOf(certificate)).toContain(paragraph.replace(/\s/g, ''));
    }
    // The two characters of the watermark lie far apart; this one stands nowhere else.
    expect(bare(shown)).toContain('样');
    expect(await wordsOf(certificate)).not.toContain('样');
    expect(bare(shown)).not.toContain('编号');
    expect(bare(shown)).not.toContain('核验码');
    expect(shown.includes('/ByteRange')).toBe(false);
  });

  test('of a waiting application is what its reviewer would issue, with the facts of now', async () => {
    const { id } = await submit(await memberActor({ firmId: firm.id }), {
      type: 'firm-other',
      since: undefined,
      freeText: '甲乙丙丁',
    });
    await firm.update({ address: '江海市新区一号' });
    const staff = await staffToken('reviewer');
    const letter = async () => (await api.call(certificateEndpoints.showStaffPdf, { as: staff, params: { id } })).bytes;
    expect(bare(await letter())).toContain('江海市新区一号');
    expect(bare(await letter())).toContain('甲乙丙丁');
    expect(bare(await letter())).toContain('样');
    await approve(id);
    await doDueWork();
    expect((await letter()).equals(await fileOf(await certificateOf(id)))).toBe(true);
  });

  test('a sample shows nothing of the member', async () => {
    for (const code of ['firm-clean', 'firm-some-lawyers-clean', 'firm-all-lawyers-clean', 'firm-other']) {
      const words = bare((await api.call(certificateEndpoints.showSample, { as, params: { code } })).bytes);
      expect(words).toContain('样');
      expect(words).not.toContain(firm.name);
    }
  });
});

describe('why it went to a person', () => {
  test('a firm learns that some rule is in doubt, not which of its lawyers has a record; staff see all', async () => {
    const firm = await makeFirm();
    const named = [];
    for (const name of ['甲某某', '乙某某']) named.push(await makeLawyer({ firmId: firm.id, name }));
    for (const { id } of named)
      await makeDiscipline({ subjectKind: 'lawyer', subjectId: id, documentNo: '江律纪字〔2025〕第9号' });
    const { id } = await submit(await memberActor({ firmId: firm.id }), { type: 'firm-all-lawyers-clean' });
    const as = await memberToken({ firmId: firm.id });
    const seen = (await api.call(certificateEndpoints.showApplication, { as, params: { id } })).json;
    const findings = seen['findings'] as { rule: string; result: string; subject: string; datum: string }[];
    expect(findings.filter(({ result }) => result !== 'holds')).toMatchObject([
      { rule: 'no_discipline', subject: '', datum: '涉及他人信息，由协会工作人员核实' },
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/甲某某|乙某某|第9号/);
    const full = (
      await api.call(certificateEndpoints.showStaffApplication, { as: await staffToken('reviewer'), params: { id } })
    ).json;
    for (const known of ['甲某某', '乙某某', '第9号']) expect(JSON.stringify(full['findings'])).toContain(known);
  });
});
