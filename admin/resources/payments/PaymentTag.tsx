import {
  PAYMENT_STATES,
  REFUND_STATES,
  type PaymentState,
  type RefundState,
} from '../../../bff/contract/payments/enums.ts';
import type { StaffPaymentRow } from '../../../bff/contract/payments/endpoints.ts';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';

const TONES: Record<PaymentState, Tone> = {
  created: 'still',
  paying: 'wait',
  paid: 'good',
  refunding: 'busy',
  refunded: 'still',
  closed: 'still',
};
const REFUND_TONES: Record<RefundState, Tone> = {
  awaiting_approval: 'wait',
  requested: 'busy',
  processing: 'busy',
  succeeded: 'good',
  failed: 'alert',
  declined: 'bad',
};

/** How a payment stands; what waits for a second person stands out from what is on its way back. */
export const PaymentTag = ({ payment }: { payment: Pick<StaffPaymentRow, 'state' | 'awaitsApproval'> }) =>
  payment.awaitsApproval ? (
    <StateTag tone={REFUND_TONES.awaiting_approval} label="退款待复核" />
  ) : (
    <StateTag tone={TONES[payment.state]} label={PAYMENT_STATES[payment.state]} />
  );
export const RefundTag = ({ state }: { state: RefundState }) => (
  <StateTag tone={REFUND_TONES[state]} label={REFUND_STATES[state]} />
);
