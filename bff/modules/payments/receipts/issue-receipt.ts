import { UniqueConstraintError } from 'sequelize';
import { monthFolder, toIso, toShanghaiDate, toShanghaiSecond } from '../../../contract/dates.ts';
import { toChineseDate, toYuan } from '../../../contract/text.ts';
import { env } from '../../../env.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { sha256 } from '../../../platform/crypto/sha256.ts';
import { randomToken } from '../../../platform/crypto/tokens.ts';
import { newVerificationCode } from '../../../platform/crypto/verification-code.ts';
import { transaction } from '../../../platform/db/database.ts';
import { signer } from '../../../platform/signer/signer.ts';
import { SigningUnavailable } from '../../../platform/signer/signing-fault.ts';
import { storage } from '../../../platform/storage/storage.ts';
import { printReceipt, type ReceiptData } from '../../../templates/receipt/print-receipt.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { officeFault } from '../../settings/office-seal.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { Receipt, type Payment } from '../model.ts';
import { payables } from '../payable.ts';
import { capitalAmount } from './capital-amount.ts';
import { toReceiptEvidence } from './receipt-evidence.ts';
import { parseReceiptRecord, receiptRecordOf, type ReceiptRecord } from './receipt-record.ts';

type PaidPayment = Pick<
  Payment,
  'id' | 'purpose' | 'subjectId' | 'applicantName' | 'amountFen' | 'refundedFen' | 'outTradeNo' | 'transactionId'
> & { paidAt: number };

/**
 * Prints, signs with the finance seal, stores and witnesses the receipt of a payment, which the caller has compared with
 * the log. Of two that ask at once one issues it. Throws `unavailable` while nothing can be signed, and to the one of two
 * whose amount a refund has overtaken.
 */
export async function issueReceipt(payment: PaidPayment): Promise<Receipt> {
  const issuedAt = clock.now();
  const record = await recordOf(payment, issuedAt);
  const said = parseReceiptRecord(record);
  const printed = await printReceipt(printedReceipt(said), { creationTime: issuedAt });
  const bytes = await sign(printed, { signedAt: issuedAt, record });
  const file = sha256(bytes);
  const storageKey = `receipts/${monthFolder(issuedAt)}/${said.number}-${file.slice(0, 16)}.pdf`;
  await storage.put(storageKey, bytes);
  const { number, token, code, refundedFen } = said;
  const row = { paymentId: payment.id, refundedFen, number, token, code, record, sha256: file, storageKey, issuedAt };
  try {
    return await transaction(async (t) => {
      const receipt = await Receipt.create(row, { transaction: t });
      const hashes = { file, record: sha256(record), signedBy: signer.fingerprint };
      const evidence = toReceiptEvidence({ ...hashes, paymentId: payment.id, issuedAt });
      const target = { targetKind: 'receipt', targetId: receipt.id, target: number } as const;
      await writeAudit({ actor: null, action: 'receipt.issued', ...target, evidence }, t);
      return receipt;
    });
  } catch (error) {
    // Asked for twice: the other one has issued it.
    if (!(error instanceof UniqueConstraintError)) throw error;
    await storage.delete(storageKey);
    const issued = await Receipt.findOne({ where: { paymentId: payment.id, refundedFen } });
    // That one was of another amount: a refund came in between.
    if (!issued) throw new AppError('unavailable', { message: '收据刚刚因退款重新开具，请再下载一次' });
    return issued;
  }
}

async function sign(printed: Parameters<typeof signer.sign>[0], how: { signedAt: number; record: string }) {
  try {
    return await signer.sign(printed, { reason: '开具缴费收据', seal: 'finance', ...how });
  } catch (error) {
    if (!(error instanceof SigningUnavailable)) throw error;
    throw new AppError('unavailable', { message: '暂时不能签名，请稍后再下载收据' });
  }
}

async function recordOf(payment: PaidPayment, issuedAt: number): Promise<string> {
  const office = await readSettings();
  const fault = await officeFault(office);
  if (fault !== null) throw new AppError('wrong_state', { message: fault });
  const { association } = office;
  const { about, lines } = await payables.answer[payment.purpose].describe(payment);
  const earlier = await Receipt.count({ where: { paymentId: payment.id } });
  return receiptRecordOf({
    number: `${receiptNumber(payment)}${earlier === 0 ? '' : `R${earlier}`}`,
    token: randomToken(128),
    code: newVerificationCode(),
    association,
    payer: payment.applicantName,
    about,
    lines: lines.filter(({ amountFen }) => amountFen > 0),
    amountFen: payment.amountFen,
    refundedFen: payment.refundedFen,
    paidAt: toIso(payment.paidAt),
    orderNo: payment.outTradeNo,
    transactionNo: payment.transactionId ?? '',
    issuedOn: toShanghaiDate(issuedAt),
    signer: signer.subject,
    isTest: signer.isSandbox,
  });
}

function printedReceipt(said: ReceiptRecord): ReceiptData {
  const { association, number, payer, about, token, code, isTest } = said;
  return {
    association,
    number,
    payer,
    about,
    issuedOn: toChineseDate(said.issuedOn),
    lines: said.lines.map(({ what, amountFen }) => ({ what, amount: toYuan(amountFen) })),
    total: toYuan(said.amountFen),
    capital: capitalAmount(said.amountFen),
    paidAt: toShanghaiSecond(Date.parse(said.paidAt)),
    orderNo: said.orderNo,
    transactionNo: said.transactionNo,
    refunded: said.refundedFen > 0 ? toYuan(said.refundedFen) : null,
    verification: { url: `${env.PUBLIC_URL}/c/${token}`, code },
    unsealed: signer.unsealed('finance'),
    testNotice: isTest ? '测试环境开具，不具证明效力' : null,
  };
}

/** Day and a number that the database never gives twice, four digits at least, as of certificates; R1 after a refund. */
function receiptNumber({ id, paidAt }: PaidPayment): string {
  return `SJ${toShanghaiDate(paidAt).replaceAll('-', '').slice(2)}${String(id).padStart(4, '0')}`;
}
