import { receiveNotice } from '../../modules/payments/paying/receive-notice.ts';
import { Payment } from '../../modules/payments/model.ts';
import { makeFirm, memberActor } from '../factories/registry.ts';
import { KINDS, makeNotice, seeded, type Kind, type SentNotice } from './pay-notices.ts';
import { placed } from '../factories/payable-papers.ts';

/** How often each kind comes, of a hundred. */
const SHARES: Record<Kind, number> = {
  valid: 12,
  duplicate: 18,
  'out of order': 10,
  forged: 16,
  tampered: 6,
  stale: 10,
  'wrong amount': 8,
  'wrong merchant': 6,
  'unknown serial': 6,
  'replayed nonce': 8,
};
const AT_ONCE = 20;

export interface MixResult {
  /** Orders that our books say are paid, and that the generator knows to be paid. */
  paid: string[];
  oracle: string[];
  /** Verdicts by kind of notice. */
  verdicts: Record<string, Record<string, number>>;
}

/** Sends a seeded mix of notices about some orders, many at once, and compares the books with what was really paid. */
export async function runNoticeMix(size: { notices: number; orders: number; seed: number }): Promise<MixResult> {
  const random = seeded(size.seed);
  const actor = await memberActor({ firmId: (await makeFirm()).id });
  const payments: Payment[] = [];
  for (let n = 0; n < size.orders; n++) payments.push(await placed(actor, `20261122${String(n).padStart(24, '0')}`));
  // Every other order is never paid, whatever is told about it.
  const payable = payments.filter((_, n) => n % 2 === 0);
  const oracle = new Set<string>();
  const valid: SentNotice[] = [];
  const verdicts: MixResult['verdicts'] = {};
  const one = async (): Promise<void> => {
    const kind = pick(random);
    const isTrue = kind === 'valid' || kind === 'duplicate';
    const among = isTrue ? payable : payments;
    const payment = among[Math.floor(random() * among.length)]!;
    const copied = kind === 'replayed nonce' ? valid[Math.floor(random() * valid.length)] : undefined;
    const notice = copied ?? makeNotice(kind === 'replayed nonce' ? 'forged' : kind, payment);
    if (isTrue) {
      oracle.add(payment.outTradeNo);
      valid.push(notice);
    }
    const header = (name: string) => notice.headers[name] ?? '';
    const verdict = await receiveNotice({ rawBody: notice.rawBody, header });
    const tally = (verdicts[kind] ??= {});
    tally[verdict] = (tally[verdict] ?? 0) + 1;
  };
  for (let sent = 0; sent < size.notices; sent += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, one));
  const paid = await Payment.findAll({ where: { state: ['paid', 'refunding', 'refunded'] } });
  return { paid: paid.map(({ outTradeNo }) => outTradeNo).sort(), oracle: [...oracle].sort(), verdicts };
}

function pick(random: () => number): Kind {
  let left = random() * 100;
  for (const kind of KINDS as readonly Kind[]) {
    left -= SHARES[kind];
    if (left < 0) return kind;
  }
  return 'valid';
}
