import { quoted, toChineseDate, toEnglishDate } from '../../../contract/text.ts';
import { env } from '../../../env.ts';
import { signer } from '../../../platform/signer/signer.ts';
import type { LetterData } from '../../../templates/certificate/letter-data.ts';
import type { LetterContent } from './compose-letter.ts';
import type { Certificate } from '../model.ts';

const unsealed = () => signer.unsealed('certificates');
/** A test certificate of a fresh installation must never pass for a real one. */
const testNotice = () => (signer.isSandbox ? '测试环境签发，不具证明效力' : null);

/** The letter that is issued: number, QR code, 核验码, and the seal where there is one. */
export function issuedLetter(certificate: Certificate): LetterData {
  return {
    ...printed(certificate.letter),
    number: certificate.number,
    validUntil: certificate.expiresOn
      ? { chinese: toChineseDate(certificate.expiresOn), english: toEnglishDate(certificate.expiresOn) }
      : null,
    verification: { url: verifyUrl(certificate.token), code: certificate.code },
    watermark: null,
    unsealed: unsealed(),
    testNotice: testNotice(),
  };
}

/** The same letter before it is submitted or decided: 样本 over it, no number, no seal; what is not true is marked. */
export function previewLetter(content: LetterContent, untrue: readonly string[] = []): LetterData {
  return {
    ...printed(content),
    untrue,
    number: null,
    verification: null,
    watermark: '样本',
    unsealed: unsealed(),
    testNotice: testNotice(),
  };
}

/** A letter with invented data: 示样 over it. */
export function sampleLetter(content: LetterContent): LetterData {
  return { ...printed(content), number: null, verification: null, watermark: '示样', testNotice: null };
}

function printed(content: LetterContent) {
  return {
    association: content.association,
    title: content.title ?? '证明',
    paragraphs: content.paragraphs,
    table: content.table ?? null,
    closing: '特此证明。',
    english: content.english ? { ...content.english, issuedOn: toEnglishDate(content.issuedOn) } : null,
    issuedOn: toChineseDate(content.issuedOn),
    roster: content.roster,
    applicantPurpose: content.applicantPurpose ? quoted(content.applicantPurpose) : null,
  };
}

/** Address of the verification page of a certificate: the link of its QR code. */
export function verifyUrl(token: string): string {
  return `${env.PUBLIC_URL}/c/${token}`;
}
