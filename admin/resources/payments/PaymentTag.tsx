import {
  PAYMENT_STATES,
  REFUND_STATES,
  type PaymentState,
  type RefundState,
} from '../../../bff/contract/payments/enums.ts';
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

export const PaymentTag = ({ state }: { state: PaymentState }) => (
  <StateTag tone={TONES[state]} label={PAYMENT_STATES[state]} />
);
export const RefundTag = ({ state }: { state: RefundState }) => (
  <StateTag tone={REFUND_TONES[state]} label={REFUND_STATES[state]} />
);
