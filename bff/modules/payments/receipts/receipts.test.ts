import { createHash } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { verificationEndpoints } from '../../../contract/verification/endpoints.ts';
import { storage } from '../../../platform/storage/storage.ts';
import { database } from '../../../platform/db/database.ts';
import { releaseClock } from '../../../platform/clock/clock.ts';
import { useApi } from '../../../test/api.ts';
import { chargeForPaper } from '../../../test/factories/payable-papers.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import { payScene, refundOf, refused } from '../../../test/paying/pay-scene.ts';
import { pdfText } from '../../../test/pdf.ts';
import { useSandbox } from '../../../test/sandbox.ts';
import { env } from '../../../env.ts';
import type { MemberActor } from '../../../actor.ts';
import { AuditEntry } from '../../audit/model.ts';
import { Setting } from '../../settings/model.ts';
import { forgetSettings, OFFICE, readSettings } from '../../settings/read-settings.ts';
import { Receipt, type Payment } from '../model.ts';
import { requestRefund } from '../refunds/request-refund.ts';
import { checkReceipts } from './check-receipts.ts';
import { readReceipt } from './read-receipt.ts';

useOffice();
const outside = useSandbox();
const api = useApi();
let actor: MemberActor;
beforeAll(async () => {
  await chargeForPaper();
  env.PUBLIC_URL = api.url;
});
beforeEach(async () => {
  actor = await memberActor({ firmId: (await makeFirm()).id });
});
afterEach(async () => {
  releaseClock();
  await outside.command('calm');
});
const { paid, arrives } = payScene(outside);

const run = (sql: string, ...values: unknown[]) => database.sequelize.query(sql, { replacements: values });
const receiptOf = (payment: Payment) =>
  Receipt.findOne({ where: { paymentId: payment.id }, order: [['id', 'DESC']], rejectOnEmpty: true });
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const byToken = async (token: string) =>
  (await api.call(verificationEndpoints.verifyToken, { params: { token } })).json;

/** A payment with its receipt, issued. */
async function issued() {
  const { payment } = await paid(actor, 2);
  const file = await readReceipt({ id: payment.id });
  return { payment, ...file, receipt: await receiptOf(payment) };
}

describe('a receipt', () => {
  test('is not made while the settings that it prints are not as an administrator saved them', async () => {
    const { payment } = await paid(actor, 2);
    const before = await Setting.findOne({ where: { name: OFFICE } });
    const value = JSON.stringify({ ...(await readSettings()), association: '某某协会' });
    await Setting.upsert({ name: OFFICE, value, updatedAt: 0 }, { conflictFields: ['name'] });
    forgetSettings();
    await expect(readReceipt({ id: payment.id })).rejects.toThrow('不是经管理员保存的');
    expect(await Receipt.count({ where: { paymentId: payment.id } })).toBe(0);
    // Control: as it was saved, the same payment has its receipt.
    if (before) await Setting.upsert(before.get(), { conflictFields: ['name'] });
    else await Setting.destroy({ where: { name: OFFICE } });
    forgetSettings();
    expect((await readReceipt({ id: payment.id })).bytes.length).toBeGreaterThan(0);
  });

  test('is issued once, carries number, code and its page, and the log witnesses file and text', async () => {
    const { payment, bytes, number, receipt } = await issued();
    const again = await Promise.all([readReceipt({ id: payment.id }), readReceipt({ id: payment.id })]);
    expect(again.every((one) => one.bytes.equals(bytes) && one.number === number)).toBe(true);
    const text = pdfText(bytes).replace(/\s/g, '');
    expect(text).toContain(receipt.code);
    expect(text).toContain(`${env.PUBLIC_URL}/verify`);
    const line = await AuditEntry.findOne({ where: { action: 'receipt.issued', targetId: receipt.id } });
    expect(JSON.parse(line?.evidence ?? '')).toMatchObject({ file: digest(bytes), paymentId: payment.id });
  });

  test('is one of two that are asked for at once', async () => {
    const { payment } = await paid(actor, 1);
    const both = await Promise.all([readReceipt({ id: payment.id }), readReceipt({ id: payment.id })]);
    expect(new Set(both.map(({ bytes }) => digest(bytes))).size).toBe(1);
    expect(await Receipt.count({ where: { paymentId: payment.id } })).toBe(1);
  });

  test('is known to strangers by link, by number and code, and by its file', async () => {
    const { payment, bytes, number, receipt } = await issued();
    const known = { answer: 'receipt', refundedFen: 0, receipt: { number, payer: actor.name, amountFen: 700 } };
    expect(await byToken(receipt.token)).toMatchObject(known);
    const typed = { number: `编号：${number}`, code: receipt.code.toLowerCase() };
    expect((await api.call(verificationEndpoints.verifyNumber, { body: typed })).json).toMatchObject(known);
    const wrong = { number, code: '0'.repeat(16) };
    expect((await api.call(verificationEndpoints.verifyNumber, { body: wrong })).json).toEqual({ answer: 'unknown' });
    const byFile = { body: { sha256: digest(bytes) } };
    const found = (await api.call(verificationEndpoints.verifyFile, byFile)).json;
    expect(found).toMatchObject({ ...known, receipt: { orderNo: payment.outTradeNo, sha256: digest(bytes) } });
    const other = { body: { sha256: '0'.repeat(64), token: receipt.token } };
    expect((await api.call(verificationEndpoints.verifyFile, other)).json).toMatchObject({ answer: 'receipt_altered' });
  });

  test('of before a refund says what went back since; the next one has a number of its own', async () => {
    const { payment, receipt } = await issued();
    await requestRefund({
      actor: staffActor('finance'),
      id: payment.id,
      amountFen: 350,
      reason: '少印一份',
      refundableFen: 700,
    });
    await arrives(await refundOf(payment));
    expect(await byToken(receipt.token)).toMatchObject({
      answer: 'receipt',
      refundedFen: 350,
      receipt: { refundedFen: 0 },
    });
    const next = await readReceipt({ id: payment.id });
    expect(next.number).toBe(`${receipt.number}R1`);
    expect(pdfText(next.bytes)).toContain('3.50 元');
    const { token } = await receiptOf(payment);
    expect(await byToken(token)).toMatchObject({
      refundedFen: 350,
      receipt: { number: next.number, refundedFen: 350 },
    });
  });
});

const UNCONFIRMED = { answer: 'unconfirmed' };

describe('whoever writes to the database', () => {
  const edits: [string, (of: { payment: Payment; receipt: Receipt }) => Promise<unknown>][] = [
    ['the amount', ({ payment }) => run('UPDATE payments SET amount_fen = 70000 WHERE id = ?', payment.id)],
    ['the payer', ({ payment }) => run("UPDATE payments SET applicant_name = '某某' WHERE id = ?", payment.id)],
    [
      'the number of the order',
      ({ payment }) => run("UPDATE payments SET out_trade_no = 'X1' WHERE id = ?", payment.id),
    ],
    [
      'the number of the payment',
      ({ payment }) => run("UPDATE payments SET transaction_id = 'X' WHERE id = ?", payment.id),
    ],
    ['what went back', ({ payment }) => run('UPDATE payments SET refunded_fen = 1 WHERE id = ?', payment.id)],
    ['the number of the receipt', ({ receipt }) => run("UPDATE receipts SET number = 'SJ1' WHERE id = ?", receipt.id)],
    ['its code', ({ receipt }) => run("UPDATE receipts SET code = '0000000000000000' WHERE id = ?", receipt.id)],
    [
      'its text',
      ({ receipt }) => run("UPDATE receipts SET record = REPLACE(record, '700', '900') WHERE id = ?", receipt.id),
    ],
    ['its file', ({ receipt }) => storage.put(receipt.storageKey, Buffer.from('%PDF-1.7 another'))],
    [
      'the line of the log',
      ({ receipt }) => run("DELETE FROM audit_entries WHERE action = 'receipt.issued' AND target_id = ?", receipt.id),
    ],
    [
      'the line of the payment',
      ({ payment }) =>
        run("UPDATE audit_entries SET detail = '700.00元' WHERE action = 'payment.paid' AND target_id = ?", payment.id),
    ],
  ];
  test.each(edits)('and changes %s of a receipt that is out there has nothing confirmed', async (_what, edit) => {
    const made = await issued();
    expect(await byToken(made.receipt.token)).toMatchObject({ answer: 'receipt' });
    await edit(made);
    expect(await byToken(made.receipt.token)).toEqual(UNCONFIRMED);
    expect((await checkReceipts(new AbortController().signal)).length).toBeGreaterThan(0);
  });

  test('has no receipt made for a payment that nobody confirmed, or that was another', async () => {
    const { payment } = await paid(actor, 2);
    await run('UPDATE payments SET amount_fen = 70000 WHERE id = ?', payment.id);
    expect(await refused(readReceipt({ id: payment.id }))).toBe('wrong_state');
    const other = (await paid(actor, 2)).payment;
    await run("DELETE FROM audit_entries WHERE action = 'payment.paid' AND target_id = ?", other.id);
    expect(await refused(readReceipt({ id: other.id }))).toBe('wrong_state');
    expect(await Receipt.count({ where: { paymentId: [payment.id, other.id] } })).toBe(0);
  });
});
