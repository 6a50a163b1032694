import type { KnownReceipt } from '../../../../bff/contract/verification/replies.ts';
import { toYuan } from '../../../../bff/contract/text.ts';
import { Box } from '../../../ui/elements.tsx';
import { Facts, Sheet } from '../../../ui/sheets/sheet.tsx';
import { shownSecond, shownTime } from '../../../ui/times.ts';
import styles from '../certificate-content.module.css';
import { pageAddress } from '../page-address.tsx';

/** What a receipt is about, by the label that is printed on it. */
const ABOUT: Record<string, string> = { 证明编号: 'Certificate No.' };

const yuan = (fen: number) => `${toYuan(fen)} 元 (CNY)`;
const inBeijing = (time: string) => `${time}（北京时间 Beijing time）`;

/** What a receipt says, to be compared with the copy in hand. */
export function ReceiptContent({ reply }: { reply: KnownReceipt }) {
  const { receipt, refundedFen, checkedAt } = reply;
  return (
    <Sheet title="收据内容 What it says">
      <Facts
        rows={[
          ['编号 Number', receipt.number],
          ['开具单位 Issued by', receipt.association],
          ['缴费人 Payer', receipt.payer],
          [`${receipt.about.label} ${ABOUT[receipt.about.label] ?? 'Concerning'}`, receipt.about.value],
          ...receipt.lines.map(
            ({ what, amountFen }, index) =>
              [index === 0 ? '项目 Item' : `项目${index + 1} Item ${index + 1}`, `${what}：${yuan(amountFen)}`] as [
                string,
                string,
              ],
          ),
          ['合计 Total', yuan(receipt.amountFen)],
          ['已退款 Refunded', yuan(refundedFen)],
          ['支付方式 Paid by', '微信支付 WeChat Pay'],
          ['支付时间 Paid at', inBeijing(shownSecond(receipt.paidAt))],
          ['商户订单号 Order', receipt.orderNo],
          ['支付订单号 Transaction', receipt.transactionNo],
          ['开具时间 Issued', inBeijing(shownTime(receipt.issuedAt))],
          ['核验时间 Verified', inBeijing(shownSecond(checkedAt))],
          ...pageAddress(),
          ['签名者 Signer', receipt.signer],
          [
            '文件摘要 SHA-256',
            <Box key="hash" as="span" className={styles.hash}>
              {receipt.sha256}
            </Box>,
          ],
        ]}
      />
    </Sheet>
  );
}
