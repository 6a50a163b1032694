import { afterEach, describe, expect, test } from '@jest/globals';
import { certificateEndpoints } from '../../../contract/certificates/endpoints.ts';
import type { CertificateTypeReply } from '../../../contract/certificates/endpoints.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { approve, certificateOf, issue, publishAgreed, submit, wordsOf } from '../../../test/factories/certificate.ts';
import { editType } from '../../../test/factories/edit-type.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { installShippedTypes } from './install-types.ts';
import { CertificateType, CertificateWording } from '../model.ts';
import { SHIPPED_TYPES } from './types-shipped.ts';

useOffice();
const api = useApi();

const typeOf = (code: string) => CertificateType.findOne({ where: { code }, rejectOnEmpty: true });
afterEach(async () => {
  for (const { code, label } of SHIPPED_TYPES) await editType(code, { isRetired: false, label });
});
const offered = async (member: { firmId: number } | { lawyerId: number }) =>
  (await api.call(certificateEndpoints.listTypes, { as: await memberToken(member) }))
    .json as unknown as CertificateTypeReply[];

describe('what a member may ask for', () => {
  test('a firm: letters about firms, under their headings', async () => {
    const types = await offered({ firmId: (await makeFirm()).id });
    expect(types.map(({ label, group, reviewMode, asks }) => [label, group, reviewMode, asks.join()])).toEqual([
      ['律所无行业处分', 'firm', 'automatic', 'since'],
      ['律所+部分律师无行业处分', 'firm', 'automatic', 'lawyers,since'],
      ['律所+全体律师无行业处分', 'firm', 'automatic', 'since'],
      ['律师无行业处分', 'firm', 'automatic', 'lawyers,since'],
      ['律所无行业处分（附全体律师名单版）', 'firm', 'automatic', 'since'],
      ['律所+部分律师无行业处分（附全体律师名单版）', 'firm', 'automatic', 'lawyers,since'],
      ['代已注销律师申请无行业处分', 'firm', 'manual', 'formerLawyer,since,attachments,consent'],
      ['涉及境外（已注销的）', 'other', 'manual', 'formerLawyer,latinName,since,country,attachments,consent'],
      ['律所其他类电子证明', 'other', 'manual', 'freeText'],
      ['年度考核结果证明', 'other', 'automatic', 'year'],
      ['会员会费缴纳证明', 'other', 'automatic', 'year'],
      ['执业状况证明（含处分记录）', 'other', 'manual', 'since,attachments,consent'],
    ]);
    for (const { notice } of types) expect(notice.length).toBeGreaterThan(0);
  });

  test('a lawyer: letters about himself or herself', async () => {
    const types = await offered({ lawyerId: (await makeLawyer()).id });
    expect(types.map(({ label }) => label)).toEqual([
      '会员身份信息、执业年限证明',
      '用于证明正在参加年度考核',
      '律师个人无行业处分',
      '执业经历（转所）证明',
      '律协任职证明',
      '活动参加（学时）证明',
      'Certificate of Standing（中英对照）',
      '年度考核结果证明',
      '会员会费缴纳证明',
      '执业状况证明（含处分记录）',
    ]);
  });
});

describe('a type that staff retire', () => {
  test('is offered no more and refused; what waits can still be decided', async () => {
    const firm = await makeFirm();
    const actor = await memberActor({ firmId: firm.id });
    const { id } = await submit(actor, { type: 'firm-other', since: undefined, freeText: '内容' });
    await editType('firm-other', { isRetired: true });
    expect((await offered({ firmId: firm.id })).map(({ code }) => code)).not.toContain('firm-other');
    const again = submit(actor, { type: 'firm-other', since: undefined, freeText: '内容' });
    await expect(again).rejects.toMatchObject({
      code: 'invalid_fields',
      fields: { type: expect.anything() as unknown },
    });
    await approve(id);
    await doDueWork();
    expect(await certificateOf(id)).toMatchObject({ issueState: 'issued' });
  });
});

describe('the next start of the server', () => {
  test('adds what is missing and leaves alone what staff have changed', async () => {
    const [types, wordings] = [await CertificateType.count(), await CertificateWording.count()];
    await (await typeOf('firm-clean')).update({ label: '律所清白证明', isRetired: true });
    await installShippedTypes();
    expect(await typeOf('firm-clean')).toMatchObject({ label: '律所清白证明', isRetired: true });
    expect([await CertificateType.count(), await CertificateWording.count()]).toEqual([types, wordings]);
  });

  test('an installation of before has the new types, and its own as they were edited', async () => {
    const fresh = await typeOf('dues-paid');
    await CertificateWording.destroy({ where: { typeId: fresh.id } });
    await fresh.destroy();
    await (await typeOf('lawyer-clean')).update({ label: '律师清白证明', position: 99 });
    await installShippedTypes();
    expect(await typeOf('dues-paid')).toMatchObject({
      audience: 'both',
      ruleSet: 'dues',
      asks: ['year'],
      isRetired: false,
    });
    expect(await CertificateWording.count({ where: { typeId: (await typeOf('dues-paid')).id } })).toBe(1);
    expect(await typeOf('lawyer-clean')).toMatchObject({ label: '律师清白证明', position: 99 });
  });
});

test('a new wording holds for what is decided from then on; a certificate names the version it was made with', async () => {
  const actor = await memberActor({ firmId: (await makeFirm()).id });
  const before = await issue(actor);
  const { id: typeId } = await typeOf('firm-clean');
  const waits = await submit(await memberActor({ firmId: (await makeFirm({ pendingChange: '更名' })).id }));
  const wording = { body: '兹证明{{firm}}为本会会员。', rosterTitle: '', basedOn: 1 };
  const { id } = await publishAgreed(typeId, wording);
  const after = await issue(actor);
  await approve(waits.id);
  expect(await certificateOf(waits.id)).toMatchObject({ wordingId: id });
  expect(before.wordingId).not.toBe(id);
  expect(after.wordingId).toBe(id);
  expect(await wordsOf(after)).toContain('为本会会员。特此证明。');
  expect(await wordsOf(before)).toContain('是本会团体会员');
});
