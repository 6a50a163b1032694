import { beforeEach, describe, expect, test } from '@jest/globals';
import { verificationEndpoints as endpoints } from '../../contract/verification/endpoints.ts';
import { clock } from '../../platform/clock/clock.ts';
import { kv } from '../../platform/kv/kv.ts';
import { useApi } from '../../test/api.ts';
import { issue } from '../../test/factories/certificate.ts';
import { useOffice } from '../../test/office.ts';
import { copiesOf, orderOf, TO_COLLECT } from '../../test/factories/paper.ts';
import { makeFirm, memberActor, staffActor } from '../../test/factories/registry.ts';
import type { Certificate } from '../certificates/model.ts';
import { previewReplacement } from '../certificates/ended/preview-replacement.ts';
import { replaceCertificate } from '../certificates/ended/replace-certificate.ts';
import type { PaperCopy } from '../papers/model.ts';
import { voidCopy } from '../papers/orders/void-copy.ts';

useOffice();
const api = useApi();

let certificate: Certificate;
let copies: PaperCopy[];
beforeEach(async () => {
  for (const address of ['127.0.0.1', '::ffff:127.0.0.1', '::1']) await kv.delete(`rate:verify:${address}`);
  certificate = await issue(await memberActor({ firmId: (await makeFirm()).id }), { paper: TO_COLLECT });
  copies = await copiesOf(await orderOf(certificate.applicationId));
});

const serial = (n: number) => copies[n]?.serial ?? '';
const verify = async (typed: string, number = certificate.number) =>
  (await api.call(endpoints.verifyCopy, { body: { number, serial: typed } })).json;

describe('a paper copy', () => {
  test('that was lost and voided is told from the one beside it, without a word on who lost it', async () => {
    const reason = '当事人称在银行遗失';
    expect(await verify(serial(0))).toEqual({ answer: 'valid' });
    await voidCopy({ actor: staffActor('service'), copyId: copies[0]?.id ?? 0, reason, then: 'print-another' });
    expect(await verify(serial(0))).toEqual({ answer: 'voided', voidedOn: clock.today() });
    expect(await verify(serial(1))).toEqual({ answer: 'valid' });
    const [, , reprinted] = await copiesOf(await orderOf(certificate.applicationId));
    expect(await verify(reprinted?.serial ?? '')).toEqual({ answer: 'valid' });
  });

  test('is found however its serial is typed', async () => {
    const wide = serial(0).replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    for (const typed of [serial(0).toLowerCase(), serial(0).replaceAll('-', ' '), wide]) {
      expect(await verify(` ${typed} `)).toEqual({ answer: 'valid' });
    }
    // O for 0, I and L for 1, as for codes: no serial has those letters.
    const [number = '', place = '', random = ''] = serial(0).split('-');
    const misread = `${number}-${place}-${random.replaceAll('0', 'O').replaceAll('1', 'l')}`;
    expect(await verify(misread)).toEqual({ answer: 'valid' });
  });

  test('is unknown beside another certificate, with another serial, and without its random part', async () => {
    const other = await issue(await memberActor({ firmId: (await makeFirm()).id }));
    const unknown = { answer: 'unknown' };
    expect(await verify(serial(0), other.number)).toEqual(unknown);
    expect(await verify(serial(0), '')).toEqual(unknown);
    expect(await verify(serial(0).replace(/.$/, (last) => (last === '0' ? '2' : '0')))).toEqual(unknown);
    for (const typed of [certificate.number, `${certificate.number}-01`, '%', "' OR '1'='1", '1'.repeat(60)]) {
      expect(await verify(typed)).toEqual(unknown);
    }
  });

  test('of a replaced certificate is void, and the new ones belong to the new number', async () => {
    const actor = staffActor('reviewer');
    const id = certificate.applicationId;
    const { fingerprint: seen } = await previewReplacement({ actor, id, correction: {} });
    const next = await replaceCertificate({ actor, id, reason: '更正', correction: {}, seen });
    expect(await verify(serial(0))).toMatchObject({ answer: 'voided' });
    const order = await orderOf(next);
    const renewed = (await copiesOf(order)).at(-1)?.serial ?? '';
    expect(await verify(renewed, order.number)).toEqual({ answer: 'valid' });
    expect(await verify(renewed)).toEqual({ answer: 'unknown' });
  });

  test('needs a serial', async () => {
    const answer = await api.call(endpoints.verifyCopy, { body: { number: certificate.number, serial: ' - ' } });
    expect(answer.json.error?.fields).toEqual({ serial: '请输入份号 Please enter the copy number' });
  });
});
