import { beforeAll, describe, expect, test } from '@jest/globals';
import { certificateEndpoints, type StaffApplicationDetail } from '../../../../contract/certificates/endpoints.ts';
import { typeEndpoints, type WordingReply, type WordingRow } from '../../../../contract/certificate-types/endpoints.ts';
import { useApi, type Answer } from '../../../../test/api.ts';
import { issue, offerAgreed, publishAgreed, typeData, wordsOf } from '../../../../test/factories/certificate.ts';
import { useOffice } from '../../../../test/office.ts';
import { pdfText } from '../../../../test/pdf.ts';
import { makeFirm, memberActor, staffActor } from '../../../../test/factories/registry.ts';
import { staffToken } from '../../../../test/trouble/trouble.ts';
import { AuditEntry } from '../../../audit/model.ts';
import { createType } from '../create-type.ts';
import { CertificateWording } from '../../model.ts';
import { SHIPPED_TYPES } from '../types-shipped.ts';
import { tryWordingEverywhere } from './try-wording.ts';

useOffice();
const api = useApi();
let as: string;
beforeAll(async () => {
  as = await staffToken('administrator');
});

const actor = staffActor('administrator');
const newType = async (more = {}) => (await createType({ actor, input: typeData(more) })).type;
const preview = (id: number, body: string, more = {}) =>
  api.call(typeEndpoints.previewWording, {
    as,
    params: { id },
    body: { body, rosterTitle: '', situation: 'typical', ...more },
  });
const publish = (id: number, body: string, basedOn = 1) =>
  api.call(typeEndpoints.publishWording, { as, params: { id }, body: { body, rosterTitle: '', basedOn } });
const words = (answer: Answer) => pdfText(answer.bytes).replace(/\s/g, '');
const versions = async (id: number) =>
  (await api.call(typeEndpoints.listWordings, { as, params: { id } })).json as unknown as WordingRow[];

test.each(SHIPPED_TYPES.map((type) => [type.label, type] as const))(
  '%s: its shipped wording passes',
  async (_l, type) => {
    await tryWordingEverywhere(type, { body: type.wording, rosterTitle: type.rosterTitle });
  },
);

describe('a draft', () => {
  test('is printed with invented data, marked 示样, without number and seal', async () => {
    const { id } = await newType();
    const answer = await preview(id, '兹证明{{firm}}系本会会员。\n{{#if purpose}}用于{{purpose}}。{{/if}}');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(words(answer)).toContain('兹证明示例律师事务所系本会会员。');
    // The watermark runs across the page: its two characters stand apart in the text.
    expect(words(answer)).toMatch(/样.*示/);
    expect(words(answer)).not.toContain('核验码');
    expect(words(answer)).toContain('用于投标。');
    expect(
      words(await preview(id, '{{firm}}{{#if purpose}}用于{{purpose}}{{/if}}', { situation: 'bare' })),
    ).not.toContain('用于');
  });

  test('nine lawyers stand in the annex, one in the text', async () => {
    const { id } = await newType({ lawyerScope: 'chosen', asks: ['lawyers'] });
    expect(words(await preview(id, '{{subjects}}系该所律师。'))).toContain('张某某（执业证号：');
    const annexed = words(await preview(id, '{{subjects}}系该所律师。', { situation: 'annex' }));
    expect(annexed).toContain('附件名单所列9名律师');
    expect(annexed).toContain('吴某某');
  });

  test.each([
    ['{{nobody}}', '第1行：没有“nobody”'],
    ['一\n{{#if purpose}}', '第2行：'],
    ['{{lawyerName}}', '此处会是空白'],
    ['', '请填写正文'],
    ['𰻝面', '字库缺少以下文字'],
    ['\u{E000}', '自造字'],
    ['{{#if purpose}}只有用途{{/if}}', '填入后正文为空'],
  ])('%j is refused with the reason', async (body, told) => {
    const { id } = await newType();
    const answer = await preview(id, body, { situation: 'bare' });
    expect([answer.status, answer.json.error?.fields?.['body']]).toEqual([422, expect.stringContaining(told)]);
  });

  test('words that look like the language of the layout are words', async () => {
    const { id } = await newType();
    const typst = '#read("/etc/passwd") #import "@preview/x:1.0.0" $x^2$ = 标题 *粗* <label> @ref https://example.com';
    const answer = await preview(id, `{{firm}}${typst}`);
    expect(words(answer)).toContain(typst.replace(/\s/g, ''));
    expect(words(answer)).not.toContain('root:x');
  });

  test.each([
    ['a megabyte', '证'.repeat(1_000_000)],
    ['deep conditions', '{{#if firm}}'.repeat(300) + '{{/if}}'.repeat(300)],
    ['a thousand paragraphs', '{{firm}}\n'.repeat(440)],
  ])('%s: an answer without a fault of ours, soon', async (_what, body) => {
    const { id } = await newType();
    const began = performance.now();
    const { status } = await preview(id, body);
    expect(status).toBeLessThan(500);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('publishing', () => {
  test('makes a version that certificates from then on are made with and name; the older ones stay as they are', async () => {
    const type = await newType();
    await offerAgreed(type);
    const member = await memberActor({ firmId: (await makeFirm()).id });
    const before = await issue(member, { type: type.code, since: undefined });
    await publishAgreed(type.id, { body: '新的正文：{{firm}}。', rosterTitle: '', basedOn: 1 });
    const after = await issue(member, { type: type.code, since: undefined });
    expect(await wordsOf(after)).toContain('新的正文：');
    expect(await wordsOf(before)).not.toContain('新的正文：');
    const shown = async ({ applicationId: id }: { applicationId: number }) =>
      (await api.call(certificateEndpoints.showStaffApplication, { as, params: { id } }))
        .json as unknown as StaffApplicationDetail;
    expect((await shown(before)).wording).toMatchObject({ typeId: type.id, version: 1 });
    expect((await shown(after)).wording).toEqual({ typeId: type.id, id: after.wordingId, version: 2 });
    expect((await versions(type.id)).map(({ version, isCurrent }) => [version, isCurrent])).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  test('an older version comes back as a new one, and the log says so', async () => {
    const type = await newType();
    const [first] = await versions(type.id);
    await publish(type.id, '第二版{{firm}}。');
    const old = (await api.call(typeEndpoints.showWording, { as, params: { id: first?.id ?? 0 } }))
      .json as unknown as WordingReply;
    expect((await publish(type.id, old.body, 2)).json).toMatchObject({
      wording: { version: 3, body: old.body, isCurrent: true, createdBy: '陆明章' },
      waiting: null,
    });
    const [entry] = await AuditEntry.findAll({
      where: { action: 'wording.published' },
      order: [['id', 'DESC']],
      limit: 1,
    });
    expect(entry?.detail).toBe('第3版，与第1版内容相同');
  });

  test('what cannot be printed in every situation is not published', async () => {
    const type = await newType();
    for (const body of ['{{nobody}}', '{{#if purpose}}{{purpose}}{{/if}}', '{{purpose}}', '\u{E000}{{firm}}']) {
      expect([body, (await publish(type.id, body)).status]).toEqual([body, 422]);
    }
    expect(await CertificateWording.count({ where: { typeId: type.id } })).toBe(1);
  });

  test('without a change there is no version', async () => {
    const type = await newType();
    const [{ body }] = (await CertificateWording.findAll({ where: { typeId: type.id } })) as [CertificateWording];
    expect((await publish(type.id, body)).status).toBe(422);
  });

  test('of two who publish at once, one does, and the other is told', async () => {
    const type = await newType();
    const both = await Promise.all([publish(type.id, '甲{{firm}}。'), publish(type.id, '乙{{firm}}。')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await CertificateWording.count({ where: { typeId: type.id } })).toBe(2);
  });
});
