import { CERTIFICATE_STANDINGS, type CertificateStanding } from '../certificates/enums.ts';
import { toChineseDate } from '../text.ts';
import { formAnswerOf } from './form-answers.ts';
import { receiptAnswerOf } from './receipt-answers.ts';
import type { KnownCertificate, KnownForm, KnownReceipt, StandingReply, VerificationReply } from './replies.ts';

/** A reply that tells of a document: a certificate, a receipt or a 登记表. */
export type KnownDocument = KnownCertificate | KnownReceipt | KnownForm;

export const documentOf = (reply: VerificationReply | undefined): KnownDocument | undefined =>
  reply && ('certificate' in reply || 'receipt' in reply || 'form' in reply) ? reply : undefined;

/** That a document does not count, in both languages. */
export interface TestMark {
  zh: string;
  en: string;
}

/** What a stranger is told, in both languages: one line first, then what it means. */
export interface Answer {
  shape: 'check' | 'bang' | 'cross' | 'clock';
  zh: string;
  en: string;
  standing: { zh: string; en: string } | null;
  meaning: { zh: string; en: string };
}

const STANDINGS: Record<CertificateStanding, string> = {
  valid: 'Status now: valid',
  revoked: 'Status now: revoked',
  replaced: 'Status now: replaced',
  expired: 'Status now: expired',
};

/** The status, and since or until when. */
function standingOf({ standing, standingOn, expiresOn, isUnderReview }: StandingReply): { zh: string; en: string } {
  const isOver = standing === 'revoked' || standing === 'replaced';
  const [zh, en] =
    isOver && standingOn
      ? [`（${toChineseDate(standingOn)}起）`, `, since ${standingOn}`]
      : !isOver && expiresOn
        ? [`（有效期至${toChineseDate(expiresOn)}）`, ` (last valid day ${expiresOn})`]
        : ['', ''];
  const review = isUnderReview ? { zh: '，待复核', en: ', under review' } : { zh: '', en: '' };
  return {
    zh: `当前状态：${CERTIFICATE_STANDINGS[standing]}${zh}${review.zh}`,
    en: `${STANDINGS[standing]}${en}${review.en}`,
  };
}

/**
 * How the original stands whose content is shown beside a file that is not it: what is revoked, refunded or out of date is
 * never read without that. Null: it stands, which is nothing that the file in hand could claim.
 */
export function standingOfOriginal(reply: VerificationReply): Answer['standing'] {
  const known = documentOf(reply);
  const { shape, standing } = known ? answerOf(originalOf(known), 'file') : { shape: 'check', standing: null };
  if (shape === 'check' || standing === null) return null;
  return {
    zh: `原件${standing.zh}`,
    en: `The original: ${standing.en.charAt(0).toLowerCase()}${standing.en.slice(1)}`,
  };
}

/** What is told of a receipt or a form, with how the original stands where the file is not it. */
const withOriginal = (reply: KnownReceipt | KnownForm, told: Answer): Answer =>
  reply.answer === 'receipt_altered' || reply.answer === 'form_altered'
    ? { ...told, standing: standingOfOriginal(reply) }
    : told;

function originalOf(known: KnownDocument): KnownDocument {
  if ('form' in known) return { ...known, answer: 'form' };
  return 'receipt' in known ? { ...known, answer: 'receipt' } : { ...known, answer: 'authentic' };
}

/** Which one took its place, for those who are told. */
function successorOf(replacedBy: string | null): { zh: string; en: string } {
  return replacedBy
    ? { zh: `新证明编号：${replacedBy}。`, en: ` Number of the new one: ${replacedBy}.` }
    : { zh: '', en: '' };
}
const HEADLINES: Record<
  Exclude<CertificateStanding, 'valid'>,
  { zh: string; en: string; meaning: { zh: string; en: string } }
> = {
  revoked: {
    zh: '已撤销',
    en: 'Revoked',
    meaning: {
      zh: '该证明由本协会出具，但已被撤销，不应再作为依据。',
      en: 'We issued this certificate and have revoked it. Do not rely on it.',
    },
  },
  replaced: {
    zh: '已被替换',
    en: 'Replaced',
    meaning: {
      zh: '该证明由本协会出具，但已有新的证明取代，请要求出示新证明。',
      en: 'We issued this certificate and have replaced it by a newer one. Ask for that one.',
    },
  },
  expired: {
    zh: '已过有效期',
    en: 'Expired',
    meaning: {
      zh: '该证明由本协会出具，但已超过有效期。',
      en: 'We issued this certificate; its period of validity is over.',
    },
  },
};

/** The answer to a link, to number and code, or (`isFile`) to a file that was offered. */
export function answerOf(reply: VerificationReply, asked: 'link' | 'number' | 'file'): Answer {
  if ('receipt' in reply) return withOriginal(reply, receiptAnswerOf(reply, asked));
  if ('form' in reply) return withOriginal(reply, formAnswerOf(reply, asked));
  if (!('certificate' in reply)) {
    return reply.answer === 'unknown'
      ? { shape: 'cross', zh: '未能核验', en: 'Not verified', standing: null, meaning: UNKNOWN[asked] }
      : { shape: 'bang', zh: '暂时不能确认', en: 'Cannot be confirmed now', standing: null, meaning: UNCONFIRMED };
  }
  const standing = standingOf(reply);
  if (reply.answer === 'altered') {
    return {
      shape: 'cross',
      zh: '未能核验',
      en: 'Not verified',
      standing: standingOfOriginal(reply),
      meaning: {
        zh: '您提供的文件与本协会出具的原件不一致，内容可能被改动。以下是原件的内容。',
        en: 'The file you offered differs from the one we issued; it may have been altered. Below is what the original says.',
      },
    };
  }
  if (reply.standing !== 'valid') {
    const { zh, en, meaning } = HEADLINES[reply.standing];
    const successor = successorOf(reply.replacedBy);
    return {
      shape: 'bang',
      zh,
      en,
      standing,
      meaning: { zh: meaning.zh + successor.zh, en: meaning.en + successor.en },
    };
  }
  if (reply.isUnderReview) return { ...UNDER_REVIEW, standing };
  return { shape: 'check', zh: '本协会出具', en: 'Issued by this association', standing, meaning: AUTHENTIC[asked] };
}

/** Neutral: what has changed, and about whom, is nobody's business yet. */
const UNDER_REVIEW = {
  shape: 'clock',
  zh: '本协会出具，待复核',
  en: 'Issued by this association, under review',
  meaning: {
    zh: '该证明由本协会出具。出具之后，与其内容有关的登记信息有变化，本协会正在复核。复核结束前，请向本协会了解情况后再作出判断。',
    en: 'We issued this certificate. Information in our register that bears on it has changed since, and we are reviewing it. Until the review is finished, please ask the Association before you rely on it.',
  },
} as const;
const UNCONFIRMED = {
  zh: '本协会目前不能确认该证明，正在核查，请勿据此作出判断。急需确认的，请联系本协会。',
  en: 'We cannot confirm this certificate at the moment and are looking into it. Do not rely on this page; please contact the Association.',
} as const;
const UNKNOWN = {
  link: {
    zh: '没有查到与该链接对应的证明、收据或登记表。请核对链接是否完整，或改用编号和核验码核验。',
    en: 'No certificate or receipt belongs to this link. Check that the link is complete, or use number and code.',
  },
  number: {
    zh: '编号与核验码不匹配。请逐字核对证明上印制的编号和核验码。',
    en: 'Number and code do not belong together. Compare them with the printed certificate.',
  },
  file: {
    zh: '该文件不是本协会出具的原始文件。打印后扫描、另存或转换过的文件也会如此。',
    en: 'This file is not one we issued. Scans, re-saved and converted files are not either.',
  },
} as const;
const AUTHENTIC = {
  link: {
    zh: '请将您收到的证明与下列内容逐项核对，或用文件核验。',
    en: 'Compare your copy with the content below, or verify the file itself.',
  },
  number: {
    zh: '请将您收到的证明与下列内容逐项核对，或用文件核验。',
    en: 'Compare your copy with the content below, or verify the file itself.',
  },
  file: {
    zh: '原件：您提供的文件与本协会出具的完全一致。',
    en: 'The original: your file is, byte for byte, the one we issued.',
  },
} as const;

/** What stands over a document that was issued by a system on trial; undefined: it counts. */
export function testMarkOf(known: KnownDocument | undefined): TestMark | undefined {
  if (!known) return undefined;
  if ('receipt' in known) return known.receipt.isTest ? TEST_RECEIPT : undefined;
  if ('form' in known) return known.form.isTest ? TEST_FORM : undefined;
  return known.certificate.isTest ? TEST_CERTIFICATE : undefined;
}
const TEST_CERTIFICATE: TestMark = { zh: '测试证明，不具有法律效力', en: 'Test certificate, no legal effect' };
const TEST_FORM: TestMark = { zh: '测试登记表，不具有法律效力', en: 'Test form, no legal effect' };
const TEST_RECEIPT: TestMark = { zh: '测试收据，不具有法律效力', en: 'Test receipt, no legal effect' };
