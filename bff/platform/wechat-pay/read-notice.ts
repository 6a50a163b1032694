import { z } from 'zod';
import { parseJson } from './parse-json.ts';
import { clock } from '../clock/clock.ts';
import { decryptResource } from './decrypt-resource.ts';
import { merchant } from './merchant.ts';
import { platformKey } from './platform-keys.ts';
import { isSigned, looksSigned, readSignatureHeaders, type SignatureFault } from './verify-signature.ts';

const envelope = z.object({
  id: z.string().min(1).max(64),
  event_type: z.string().max(64),
  resource: z.object({
    algorithm: z.string(),
    ciphertext: z.string(),
    associated_data: z.string().optional(),
    nonce: z.string(),
  }),
});
const payment = z.object({
  appid: z.string(),
  mchid: z.string(),
  out_trade_no: z.string(),
  trade_state: z.string(),
  transaction_id: z.string().optional(),
  success_time: z.string().optional(),
  amount: z.object({ total: z.number(), currency: z.string().optional() }),
  payer: z.object({ openid: z.string().optional() }).optional(),
});
const refund = z.object({
  mchid: z.string(),
  out_trade_no: z.string(),
  out_refund_no: z.string(),
  refund_id: z.string(),
  refund_status: z.string(),
  success_time: z.string().optional(),
  amount: z.object({ total: z.number(), refund: z.number() }),
});
export type PaymentNotice = z.infer<typeof payment>;
export type RefundNotice = z.infer<typeof refund>;

export type NoticeFault = SignatureFault | 'encryption' | 'form' | 'not_configured';

/** A notice that is provably WeChat Pay's. `nonce` is its signature's, by which a copy is known. */
export type Notice = { id: string; nonce: string } & (
  | { kind: 'payment'; payment: PaymentNotice }
  | { kind: 'refund'; refund: RefundNotice }
  | { kind: 'other'; event: string }
);
export type NoticeAnswer = { ok: true; notice: Notice } | { ok: false; fault: NoticeFault };

/** Reads a notice. `rawBody` is what came, byte by byte: that is what was signed. Throws nothing about its content. */
export async function readNotice(rawBody: string, header: (name: string) => string): Promise<NoticeAnswer> {
  const ours = merchant();
  if (!ours) return { ok: false, fault: 'not_configured' };
  const headers = readSignatureHeaders(header);
  const fault = looksSigned(headers, clock.now());
  if (fault) return { ok: false, fault };
  const key = await platformKey(ours, headers.serial);
  if (!key) return { ok: false, fault: 'serial' };
  if (!isSigned(headers, rawBody, key)) return { ok: false, fault: 'signature' };
  return open(rawBody, ours.apiV3Key, headers.nonce);
}

function open(rawBody: string, apiV3Key: string, nonce: string): NoticeAnswer {
  const outer = envelope.safeParse(parseJson(rawBody));
  if (!outer.success) return { ok: false, fault: 'form' };
  const { id, event_type: event, resource } = outer.data;
  let text: string;
  try {
    text = decryptResource(resource, apiV3Key);
  } catch {
    return { ok: false, fault: 'encryption' };
  }
  if (event.startsWith('TRANSACTION.')) {
    const inner = payment.safeParse(parseJson(text));
    return inner.success
      ? { ok: true, notice: { id, nonce, kind: 'payment', payment: inner.data } }
      : { ok: false, fault: 'form' };
  }
  if (event.startsWith('REFUND.')) {
    const inner = refund.safeParse(parseJson(text));
    return inner.success
      ? { ok: true, notice: { id, nonce, kind: 'refund', refund: inner.data } }
      : { ok: false, fault: 'form' };
  }
  return { ok: true, notice: { id, nonce, kind: 'other', event } };
}
