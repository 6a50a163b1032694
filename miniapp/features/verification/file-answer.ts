import type { VerificationReply } from '../../../bff/contract/verification/endpoints.ts';
import type { Finding } from '../../platform/signatures.ts';
import {
  answerOf,
  documentOf,
  standingOfOriginal,
  type Answer,
  type KnownDocument,
} from '../../../bff/contract/verification/answers.ts';
import { isAuthentic, numberOf } from './known-document.tsx';

/** What is known of one file: what the register says to its digest, and what its own bytes say (null: not looked into). */
export interface FileOutcome {
  reply: VerificationReply;
  finding: Finding | null;
}

type Words = { zh: string; en: string };
const verdict = (shape: Answer['shape'], zh: string, en: string, meaning: Words): Answer => ({
  shape,
  zh,
  en,
  standing: null,
  meaning,
});

/**
 * The answer to a file, in a clerk's words, with what to do. The register's word and that of the signature must agree for
 * a tick. `opened`: number of the certificate that the page is about; `isAlone`: what the register says stands below.
 */
export function fileAnswerOf(
  { reply, finding }: FileOutcome,
  { opened, isAlone }: { opened: string | undefined; isAlone: boolean },
): Answer {
  if (finding?.kind === 'appended') {
    const isBelow = isAlone && isAuthentic(reply);
    return { ...appended(finding, isBelow), standing: isBelow ? standingOfOriginal(reply) : null };
  }
  const known = documentOf(reply);
  if (known && isAuthentic(reply)) {
    if (finding !== null && finding.kind !== 'intact') {
      return { ...DISAGREES, standing: isAlone ? standingOfOriginal(reply) : null };
    }
    const answer = answerOf(reply, 'file');
    if (opened === undefined || opened === numberOf(known)) return answer;
    return { ...answer, ...anotherOf(known) };
  }
  if (finding === null) return answerOf(reply, 'file');
  const { meaning, ...rest } = ofStranger(finding);
  if (!isAlone || !known) return { ...rest, meaning };
  const standing = standingOfOriginal(known);
  return { ...rest, standing, meaning: { zh: meaning.zh + BELOW.zh, en: meaning.en + BELOW.en } };
}

function anotherOf(known: KnownDocument) {
  if ('form' in known) return ANOTHER_FORM;
  return 'receipt' in known ? ANOTHER_RECEIPT : ANOTHER;
}

/** Why our signer signed, as it writes it (bff: issue-certificate.ts, issue-receipt.ts, issue-form.ts). */
const RECEIPT = '开具缴费收据';
const FORM = '出具律师基本信息登记表';
const BELOW = {
  zh: '以下是您打开的那一份的原件内容。',
  en: ' Below is what the document that you opened says.',
};
const ANOTHER = {
  shape: 'bang' as const,
  zh: '另一份真实的证明',
  en: 'Another genuine certificate',
  meaning: {
    zh: '文件是本协会出具的原件，但不是您打开的那一份。请核对编号，以下是该文件的内容。',
    en: 'The file is an original of ours, but not the certificate that you opened. Compare the numbers; below is what this file says.',
  },
};
const ANOTHER_RECEIPT = {
  shape: 'bang' as const,
  zh: '是一份真实的缴费收据，不是您打开的那一份',
  en: 'A genuine receipt, not the document that you opened',
  meaning: {
    zh: '文件是本协会开具的收据原件，但不是您打开的那一份。请核对编号，以下是该收据的内容。',
    en: 'The file is an original receipt of ours, but not the document that you opened. Compare the numbers; below is what this receipt says.',
  },
};
const ANOTHER_FORM = {
  shape: 'bang' as const,
  zh: '是一份真实的登记表，不是您打开的那一份',
  en: 'A genuine registration form, not the document that you opened',
  meaning: {
    zh: '文件是本协会出具的登记表原件，但不是您打开的那一份。请核对编号，以下是该登记表的出具情况。',
    en: 'The file is an original form of ours, but not the document that you opened. Compare the numbers; below is how this form was issued.',
  },
};
const DISAGREES = verdict('cross', '暂不能确认', 'Cannot be confirmed now', {
  zh: '该文件在登记中，但签名不是本协会现在公布的证书作出的。请先不要采用，致电本协会核实。',
  en: 'The file is in our register, but its signature is not by a certificate that we publish. Do not rely on it; please call us.',
});

function appended({ reason, added }: Extract<Finding, { kind: 'appended' }>, isBelow: boolean): Answer {
  const what = reason === RECEIPT ? '收据' : reason === FORM ? '登记表' : '证明';
  return verdict('cross', '原件之后被追加内容', 'Something was added to the original', {
    zh: `文件前一部分是本协会签名的${what}原件，之后又被追加了${added}个字节，您看到的页面可能与原件不同。请不要以该文件为准，让对方提供未经改动的原件${isBelow ? '；原件的内容如下' : ''}。`,
    en: `The first part is an original signed by us; ${added} bytes were added after it, and what you see may differ from it. Do not rely on this file; ask for the original.${isBelow ? ' Below is what the original says.' : ''}`,
  });
}

/** What is said of a file that the register does not know. */
function ofStranger(finding: Exclude<Finding, { kind: 'appended' }>): Answer {
  switch (finding.kind) {
    case 'intact':
      return finding.reason === RECEIPT ? RECEIPT_NOT_REGISTERED : NOT_REGISTERED;
    case 'changed':
      return CHANGED;
    case 'foreign':
      return foreign(finding.name);
    case 'unsigned':
      return finding.marks.number || finding.marks.code || finding.marks.link ? A_SCAN : NOTHING_OF_OURS;
    case 'picture':
      return finding.marks.link ? A_SCAN : NO_CODE;
    case 'encrypted':
      return ENCRYPTED;
    case 'unreadable':
      return UNREADABLE;
  }
}

const RECEIPT_NOT_REGISTERED = verdict(
  'bang',
  '有本协会签名的缴费收据，没有登记',
  'A receipt signed by us, not registered',
  {
    zh: '这是缴费收据，不是证明：签名完整，由本协会作出，但登记中没有它，早期开具的收据就是这样。是否有效、有无退款，请致电本协会核实，或让对方重新下载收据。',
    en: 'This is a receipt, not a certificate, signed by us, every byte of it, but not in our register: receipts of earlier times are not. Please call us, or ask for a newly downloaded one.',
  },
);
const NOT_REGISTERED = verdict('bang', '有本协会的签名，但没有登记', 'Signed by us, but not registered', {
  zh: '签名完整，由本协会作出，但登记中没有这份文件。请先不要采用，致电本协会核实。',
  en: 'It is signed by us, every byte of it, but not in our register. Do not rely on it; please call us.',
});
const CHANGED = verdict('cross', '内容被改动', 'Altered', {
  zh: '文件带有本协会的签名，但签名之后内容被改动，或被其他软件另存过。请不要采用，让对方提供未经改动的原件。',
  en: 'It carries our signature, but was altered, or saved by another program, after we signed. Do not rely on it; ask for the original.',
});
const A_SCAN = verdict('bang', '扫描件或转存件', 'A scan or a copy saved anew', {
  zh: '文件没有本协会的签名，它本身证明不了什么。请用编号和核验码查出原件，再与手中的逐项核对，或让对方提供原件。',
  en: 'It carries no signature of ours and proves nothing by itself. Look up the original by number and code and compare every item, or ask for the original.',
});
const NOTHING_OF_OURS = verdict('cross', '没有本协会的签名', 'No signature of ours', {
  zh: '该文件不是本协会出具的原始文件：没有签名，也没有读到编号、核验码或二维码。如果是证明的扫描件，请用上面印的编号和核验码核验。',
  en: 'This file is not one we issued: no signature, and no number, code or QR code could be read. If it is a scan of a certificate, verify by the number and code printed on it.',
});
const NO_CODE = verdict('bang', '图片中没有读到二维码', 'No QR code was read', {
  zh: '图片证明不了什么，也没有读到二维码。请把证明拍得清楚、完整一些再试，或用上面印的编号和核验码核验。',
  en: 'A picture proves nothing by itself, and no QR code was read in it. Try a sharper picture of the whole page, or verify by number and code.',
});
const ENCRYPTED = verdict('cross', '加密的文件', 'An encrypted file', {
  zh: '本协会出具的证明从不加密，所以这不是原件。请让对方提供原件，或用证明上的编号和核验码核验。',
  en: 'We never encrypt what we issue, so this is not the original. Ask for the original, or verify by number and code.',
});
const UNREADABLE = verdict('cross', '无法读取', 'It cannot be read', {
  zh: '该文件不是本协会出具的原始文件，也不是能够读取的 PDF 或图片。请选择收到的 PDF 文件本身，或用编号和核验码核验。',
  en: 'This file is not one we issued, nor a PDF or picture that can be read. Choose the PDF that you received, or verify by number and code.',
});

function foreign(name: string): Answer {
  return verdict('cross', '不是本协会的签名', 'Not our signature', {
    zh: `文件由别人的证书签名${name ? `（自称“${name}”）` : ''}，名称谁都可以这样写。请不要采用；如果它冒用本协会名义，请按页尾的电话告诉我们。`,
    en: `It is signed by a certificate that is not ours${name ? ` (calling itself “${name}”)` : ''}; anybody can write any name there. Do not rely on it; if it pretends to come from us, please tell us by the telephone number below.`,
  });
}
