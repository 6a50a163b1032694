import { beforeAll, describe, expect, test } from '@jest/globals';
import { certificateOf, eventsOf, issue } from '../../../test/factories/certificate.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { copiesOf, orderOf, TO_COLLECT } from '../../../test/factories/paper.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { PermanentFailure } from '../../../platform/jobs/permanent-failure.ts';
import { handOverPaper } from './hand-over-paper.ts';
import { makeBatch } from '../printing/make-batch.ts';
import { recordCounterPayment } from './mark-paper-paid.ts';
import { markPrinted } from '../printing/mark-printed.ts';
import { PaperOrder } from '../model.ts';
import { orderBatch } from '../printing/order-batch.ts';
import type { Firm } from '../../registry/model.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { updateSettings } from '../../settings/update-settings.ts';
import type { Correction } from '../../certificates/ended/correct-letter.ts';
import { Application, type Certificate } from '../../certificates/model.ts';
import { previewReplacement } from '../../certificates/ended/preview-replacement.ts';
import { replaceCertificate } from '../../certificates/ended/replace-certificate.ts';

useOffice();
const reviewer = staffActor('reviewer');

let firm: Firm;
let old: Certificate;
beforeAll(async () => {
  firm = await makeFirm({ name: '江海恒正律师事务所' });
});

const id = () => old.applicationId;
async function replace(correction: Correction): Promise<Certificate> {
  const { fingerprint } = await previewReplacement({ actor: reviewer, id: id(), correction });
  const next = await replaceCertificate({ actor: reviewer, id: id(), reason: '更正', correction, seen: fingerprint });
  await doDueWork();
  return certificateOf(next);
}

describe('paper of a replaced certificate', () => {
  const counter = staffActor('service');
  const withPaper = async (paper = TO_COLLECT) => {
    const actor = await memberActor({ firmId: firm.id });
    old = await issue(actor, { type: 'firm-other', since: undefined, freeText: '本所现有合伙人9名。', paper });
    return orderOf(id());
  };

  test('is printed anew under the new number, and no old copy is valid', async () => {
    const order = await withPaper();
    await markPrinted({ actor: counter, id: order.id });
    const next = await replace({ freeText: '本所现有合伙人10名。' });
    const carried = await orderOf(next.applicationId);
    expect(carried).toMatchObject({ id: order.id, state: 'to_print', copies: 2, certificateId: next.id });
    expect(carried.number).toBe(next.number);
    const copies = await copiesOf(carried);
    expect(copies.map(({ state }) => state)).toEqual(['voided', 'voided', 'valid', 'valid']);
    expect(copies.map(({ serial }) => serial.split('-')[0])).toEqual([
      old.number,
      old.number,
      next.number,
      next.number,
    ]);
    const successor = await Application.findByPk(next.applicationId, { rejectOnEmpty: true });
    expect(successor.paper).toMatchObject({ copies: 2, pickup: 'collect' });
    expect(await eventsOf(id())).toContain('paper_voided');
    expect(await eventsOf(next.applicationId)).toContain('paper_reprinting');
    expect(await PaperOrder.count({ where: { applicationId: id() } })).toBe(0);
    await orderBatch({ actor: counter, orderIds: [carried.id] });
  });

  test('waits for the same payment as before, and is printed at once when that was made', async () => {
    const prices = { copyFeeFen: 1_000, postageFen: 0 };
    await updateSettings({ actor: staffActor('administrator'), settings: { ...(await readSettings()), ...prices } });
    const order = await withPaper();
    expect(order.state).toBe('awaiting_payment');
    const second = await replace({ freeText: '本所现有合伙人10名。' });
    const owed = await orderOf(second.applicationId);
    expect(owed).toMatchObject({ state: 'awaiting_payment', totalFen: 2_000 });
    await recordCounterPayment({ actor: staffActor('finance'), id: owed.id, receiptNo: 'A-1' });
    old = second;
    const third = await replace({ freeText: '本所现有合伙人11名。' });
    expect(await orderOf(third.applicationId)).toMatchObject({
      state: 'to_print',
      payment: 'counter',
      receiptNo: 'A-1',
    });
    const free = { copyFeeFen: 0, postageFen: 0 };
    await updateSettings({ actor: staffActor('administrator'), settings: { ...(await readSettings()), ...free } });
  });

  test('that was handed over stays with the old certificate', async () => {
    const order = await withPaper();
    await markPrinted({ actor: counter, id: order.id });
    await handOverPaper({ actor: counter, id: order.id, collectedBy: '林知远' });
    const next = await replace({ freeText: '本所现有合伙人10名。' });
    expect((await orderOf(id())).state).toBe('completed');
    expect(await PaperOrder.count({ where: { applicationId: next.applicationId } })).toBe(0);
  });

  test('is left out of a batch that was ordered before: what is void is not printed', async () => {
    const order = await withPaper();
    const batch = await orderBatch({ actor: counter, orderIds: [order.id] });
    const { fingerprint } = await previewReplacement({ actor: reviewer, id: id(), correction: {} });
    await replaceCertificate({ actor: reviewer, id: id(), reason: '更正', correction: {}, seen: fingerprint });
    await expect(makeBatch(batch.id)).rejects.toBeInstanceOf(PermanentFailure);
  });
});
