import { useState } from 'react';
import type { PaymentDetail } from '../../../bff/contract/payments/endpoints.ts';
import { toYuan } from '../../../bff/contract/text.ts';
import { faultText } from '../../api/api-error.ts';
import { AskDesk } from '../../application/ask-desk.tsx';
import { saveDocument } from '../../platform/documents/documents.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { Facts, Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';
import styles from './pay-paper.module.css';

const REFUND_WORDS = {
  processing: '退款办理中，款项将原路退回，一般几分钟内到账，银行卡最多需几个工作日。',
  succeeded: '款项已原路退回。',
  failed: '退款未能到账，协会工作人员会与您联系；也可以致电协会。',
} as const;

/** What was paid, what went back of it, and the receipt. */
export function PaidPaper({ payment, ...receipt }: { payment: PaymentDetail } & Receipt) {
  const { amountFen, refundedFen, paidAt, refunds, can } = payment;
  const last = refunds.at(-1);
  return (
    <Sheet title="缴费记录">
      <Facts
        rows={[
          ['缴费金额', `${toYuan(amountFen)} 元`] as const,
          ['支付方式', '微信支付'] as const,
          ['支付时间', paidAt ? shownTime(paidAt) : ''] as const,
          ['已退款', refundedFen > 0 ? `${toYuan(refundedFen)} 元` : ''] as const,
        ].filter(([, value]) => value !== '')}
      />
      {last ? (
        <Notice tone={last.state === 'failed' ? 'bad' : last.state === 'succeeded' ? 'good' : 'warn'}>
          退款 {toYuan(last.amountFen)} 元（{last.reason}）：{REFUND_WORDS[last.state]}
        </Notice>
      ) : null}
      {can.receipt ? <ReceiptButton {...receipt} /> : null}
      <AskDesk words="对缴费、退款有疑问的" category="payment" tied={{ kind: 'payment', key: payment.id }} />
    </Sheet>
  );
}

interface Receipt {
  readReceipt: () => Promise<ArrayBuffer>;
  /** The name of its file, without extension. */
  receiptName: string;
}

function ReceiptButton({ readReceipt, receiptName }: Receipt) {
  const [isBusy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      await saveDocument(await readReceipt(), receiptName);
    } catch (fault) {
      showToast(faultText(fault));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button kind="secondary" className={styles.receipt} onTap={() => void download()} busyLabel={isBusy && '正在下载…'}>
      下载缴费收据
    </Button>
  );
}
