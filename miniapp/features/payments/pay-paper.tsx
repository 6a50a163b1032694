import { useState } from 'react';
import { paymentEndpoints, type PayableReply } from '../../../bff/contract/endpoints/payments.ts';
import { toYuan } from '../../../bff/contract/text.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { pay, payChannel } from '../../platform/pay.ts';
import { wechatCode, wechatWay } from '../../platform/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Notice, Sheet } from '../../ui/sheet.tsx';
import styles from './pay-paper.module.css';
import { PayCode } from './pay-code.tsx';
import { usePayment } from './use-payment.ts';

/** 纸质证明缴费: in the mini-program at once, in a phone's browser at the cashier, on a PC by a code. */
export function PayPaper({ applicationId, amountFen }: { applicationId: number; amountFen: number }) {
  const payment = usePayment(applicationId);
  const [payable, setPayable] = useState<PayableReply['pay'] | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const state = payment.data?.state;

  const start = async () => {
    setBusy(true);
    setFault(null);
    try {
      const channel = payChannel();
      const code = channel === 'jsapi' && wechatWay() === 'code' ? await wechatCode() : undefined;
      const body = { channel, ...(code !== undefined && { code }) };
      const started = await call(paymentEndpoints.startPayment, { params: { id: String(applicationId) }, body });
      setPayable(started.pay);
      await pay(started.pay);
      // Whatever the device says: the server knows whether it is paid.
      await queryClient.invalidateQueries({ queryKey: ['payment', applicationId] });
    } catch (reason) {
      setFault(reason);
    } finally {
      setBusy(false);
    }
  };

  if (state === 'paid' || state === 'refunding' || state === 'refunded') return null;
  const isShowingCode = payable?.kind === 'native' && state === 'paying';
  return (
    <Sheet title="纸质证明缴费">
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
      {isShowingCode ? (
        <Box className={styles.code} live="polite">
          <PayCode picture={payable.picture} />
          <Box as="p">请用微信扫码支付，支付完成后本页自动更新。</Box>
        </Box>
      ) : (
        <Button className={styles.pay} onTap={() => void start()} busyLabel={isBusy && '正在打开微信支付…'}>
          微信支付
        </Button>
      )}
      <Box as="p" className={styles.hint}>
        缴费后开始打印。请在30分钟内完成支付，超时须重新发起；也可到协会现场缴费。
      </Box>
    </Sheet>
  );
}
