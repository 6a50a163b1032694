import { toYuan } from '../text.ts';
import type { Answer } from './answers.ts';
import type { KnownReceipt } from './replies.ts';

/** What a stranger is told of a receipt. */
export function receiptAnswerOf(
  { answer, receipt, refundedFen }: KnownReceipt,
  asked: 'link' | 'number' | 'file',
): Answer {
  if (answer === 'receipt_altered') return ALTERED;
  const back = toYuan(refundedFen);
  const standing =
    refundedFen === 0
      ? { zh: '当前状态：没有退款', en: 'Status now: nothing refunded' }
      : { zh: `当前状态：已退款${back}元`, en: `Status now: CNY ${back} refunded` };
  if (refundedFen >= receipt.amountFen) return { ...ALL_BACK, standing };
  if (refundedFen > receipt.refundedFen) return { ...PART_BACK, standing };
  return {
    shape: 'check',
    zh: '本协会开具的缴费收据',
    en: 'A receipt issued by this association',
    standing,
    meaning: asked === 'file' ? SAME_FILE : COMPARE,
  };
}

const ALTERED: Answer = {
  shape: 'cross',
  zh: '未能核验',
  en: 'Not verified',
  standing: null,
  meaning: {
    zh: '您提供的文件与本协会开具的收据原件不一致，内容可能被改动。以下是原件的内容。',
    en: 'The file you offered differs from the receipt we issued; it may have been altered. Below is what the original says.',
  },
};
const ALL_BACK = {
  shape: 'bang',
  zh: '款项已全部退回',
  en: 'Refunded in full',
  meaning: {
    zh: '该收据由本协会开具，但款项已全部退回，不应再作为缴费的依据。',
    en: 'We issued this receipt, and have since refunded all of it. Do not rely on it as proof of payment.',
  },
} as const;
const PART_BACK = {
  shape: 'bang',
  zh: '开具之后有退款',
  en: 'Refunded in part since',
  meaning: {
    zh: '该收据由本协会开具，开具之后退回了部分款项，请以上面的退款金额为准。',
    en: 'We issued this receipt and have refunded part of it since. The amount refunded stands above.',
  },
} as const;
const COMPARE = {
  zh: '请将您收到的收据与下列内容逐项核对，或用文件核验。这是缴费收据，不是证明。',
  en: 'Compare your copy with the content below, or verify the file itself. This is a receipt, not a certificate.',
};
const SAME_FILE = {
  zh: '原件：您提供的文件与本协会开具的收据完全一致。这是缴费收据，不是证明。',
  en: 'The original: your file is, byte for byte, the receipt we issued. This is a receipt, not a certificate.',
};
