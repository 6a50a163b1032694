import { useState } from 'react';
import type { PayableReply, PaymentDetail } from '../../../bff/contract/payments/endpoints.ts';
import type { StartPayment } from '../../../bff/contract/payments/schemas.ts';
import { toYuan } from '../../../bff/contract/text.ts';
import { faultText } from '../../api/api-error.ts';
import { queryClient } from '../../api/query-client.ts';
import { pay, payChannel } from '../../platform/wechat/pay.ts';
import { wechatCode, wechatWay } from '../../platform/account/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import styles from './pay-paper.module.css';
import { PayCode } from './pay-code.tsx';
import { useTimeLeft } from './use-time-left.ts';

interface PayPaperProps {
  title?: string;
  /** What is said before it is begun. */
  hint?: string;
  /** Begins to pay, or goes on. */
  start: (body: StartPayment) => Promise<PayableReply>;
  /** What is to be asked again afterwards. */
  queryKey: readonly unknown[];
  amountFen: number;
  /** The payment that was begun last, if one was. */
  payment: PaymentDetail | null;
}

/** 支付: in the mini-program at once, in a phone's browser at the cashier, on a PC by a code. */
export function PayPaper({
  title = '纸质证明缴费',
  hint = '微信支付，30分钟内有效。缴费后开始打印。',
  amountFen,
  payment,
  ...way
}: PayPaperProps) {
  const { start, payable, isBusy, fault } = useStart(way);
  const isBegun = payment?.state === 'paying';
  const left = useTimeLeft(isBegun ? payment.expiresAt : null);
  const isRunning = isBegun && left > 0;
  const isShowingCode = isRunning && payable?.kind === 'native' && payment.channel === 'native';
  const isOver = payment?.state === 'closed' || (isBegun && !isRunning);
  return (
    <Sheet title={title}>
      <Box className={styles.amount}>
        <Box as="span" className={styles.label}>
          应缴金额
        </Box>
        <Box as="strong">{toYuan(amountFen)} 元</Box>
      </Box>
      {fault ? (
        <Box role="alert">
          <Notice tone="bad">{faultText(fault)}</Notice>
        </Box>
      ) : null}
      {isOver && !fault ? <Notice tone="warn">上次发起的支付没有完成，已经关闭。需要时请重新支付。</Notice> : null}
      {isShowingCode ? (
        <Box className={styles.code} live="polite">
          <PayCode picture={payable.picture} />
          <Box as="p">请用微信扫码支付，支付完成后本页自动更新。</Box>
        </Box>
      ) : (
        <Button className={styles.pay} onTap={start} busyLabel={isBusy && '正在打开微信支付…'}>
          {isRunning ? '继续微信支付' : '微信支付'}
        </Button>
      )}
      <Box as="p" className={styles.hint}>
        {isRunning ? `剩余支付时间 ${clockOf(left)}，超时自动关闭。` : hint}
      </Box>
    </Sheet>
  );
}

const clockOf = (seconds: number) =>
  `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;

function useStart({ start: begin, queryKey }: Pick<PayPaperProps, 'start' | 'queryKey'>) {
  const [payable, setPayable] = useState<PayableReply['pay'] | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const start = async () => {
    setBusy(true);
    setFault(null);
    try {
      const channel = payChannel();
      const code = channel === 'jsapi' && wechatWay() === 'code' ? await wechatCode() : undefined;
      const started = await begin({ channel, ...(code !== undefined && { code }) });
      setPayable(started.pay);
      await pay(started.pay);
    } catch (reason) {
      setFault(reason);
    } finally {
      // Whatever the device says: the server knows whether it is paid.
      await queryClient.invalidateQueries({ queryKey });
      setBusy(false);
    }
  };
  return { start: () => void start(), payable, isBusy, fault };
}
