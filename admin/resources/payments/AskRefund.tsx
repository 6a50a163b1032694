import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import type { PaymentPurpose } from '../../../bff/contract/payments/enums.ts';
import { paymentEndpoints, type StaffPaymentDetail } from '../../../bff/contract/payments/endpoints.ts';
import { toYuan } from '../../../bff/contract/text.ts';
import { MAX_REFUND_REASON } from '../../../bff/contract/payments/limits.ts';
import { call } from '../../providers/call.ts';
import { ApiFailure, hasCode, sentenceOf } from '../../providers/failure.ts';
import { YuanInput } from '../../ui/form/YuanInput.tsx';
import { keyOf, useRefresh } from './use-refresh.ts';
import { useWarnWhile } from '../../ui/form/use-leave-warning.ts';

const OF_PAPER = '退款不影响打印；会员不再需要纸质证明的，请到纸质证明中作废，余款自动退回。';
/** What a refund by hand does not do by itself. */
const HINTS: Record<PaymentPurpose, string> = {
  paper: OF_PAPER,
  paper_bundle: OF_PAPER,
  activity: '退款不取消报名；会员不再参加的，请到活动名单中移除，并按活动的退费规则办理。',
};

/** Sends a payment back, or a part of it: all that is left unless finance writes less. */
export function AskRefund({ payment }: { payment: StaffPaymentDetail }) {
  const id = String(payment.id);
  const { message } = App.useApp();
  const [amount, setAmount] = useState<number | string>(payment.refundableFen);
  const [reason, setReason] = useState('');
  useWarnWhile(reason !== '');
  const [sent, setSent] = useState(0);
  const refresh = useRefresh(id);
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: () =>
      call(paymentEndpoints.requestRefund, {
        params: { id }, // What is no amount is refused by the server, in words.
        body: { amountFen: amount as number, reason, refundableFen: payment.refundableFen },
      }),
    onSuccess: (reply) => {
      const isWaiting = reply.refunds.at(-1)?.state === 'awaiting_approval';
      void message.success(isWaiting ? '已提交，须由另一人复核' : '已提交退款');
      refresh(reply);
      setAmount(reply.refundableFen);
      setReason('');
      setSent(sent + 1);
    },
    // What a colleague has sent back meanwhile comes into view; what was typed stays.
    onError: (error) => {
      if (hasCode(error, 'changed_meanwhile')) void client.invalidateQueries({ queryKey: keyOf(id) });
    },
  });
  const { amountFen, reason: ofReason, ...others } = ask.error instanceof ApiFailure ? ask.error.fields : {};
  const isSaid = amountFen !== undefined || ofReason !== undefined;
  return (
    <form
      className="confirm"
      aria-label="申请退款"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <p className="quiet">
        最多可退 {toYuan(payment.refundableFen)} 元。{HINTS[payment.purpose]}
      </p>
      <label>
        <span className="required">退款金额（元）</span>
        <YuanInput key={sent} value={amount} onChange={setAmount} isWrong={amountFen !== undefined} />
      </label>
      <Fault words={amountFen} />
      <label>
        <span className="required">退款原因</span>
        <Input
          placeholder={`会显示给付款人，最多${MAX_REFUND_REASON}个字`}
          maxLength={MAX_REFUND_REASON}
          value={reason}
          aria-invalid={ofReason !== undefined}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <Fault words={ofReason} />
      {ask.error && !isSaid && (
        <Alert type="error" showIcon role="alert" title={Object.values(others).join('；') || sentenceOf(ask.error)} />
      )}
      <div className="row">
        <Button htmlType="submit" danger loading={ask.isPending} disabled={reason.trim() === ''}>
          {typeof amount === 'number' ? `退款 ${toYuan(amount)} 元` : '退款'}
        </Button>
      </div>
    </form>
  );
}

/** Below the field that it is about. */
const Fault = ({ words }: { words: string | undefined }) =>
  words === undefined ? null : (
    <span role="alert" className="fault">
      {words}
    </span>
  );
