import { renderPdf, type RenderedPdf } from '../../platform/pdf/render.ts';
import type { ColumnWidth, LetterData, Table } from './letter-data.ts';
import { englishFlowOf, flowOf, nameFlowOf, type Flow } from './line-breaks.ts';
import { qrCode } from './qr-code.ts';

/** A last paragraph up to this many characters goes with the signature: seven lines in Chinese, a dozen in English. */
const TIED = { chinese: 200, english: 900 };
/** A licence number has 17 digits, a credit code 18. */
const LONGEST_NUMBER = 18;
/** 江律纪字〔2025〕第12号: as long as whoever numbered it liked. */
const DOCUMENT_NUMBER = /\p{Script=Han}{3}.*号/u;

/**
 * The letter as PDF/A, not yet signed; it asks for the seal exactly when it can be verified and there is one.
 * @param options.creationTime epoch milliseconds; the same letter and time give the same bytes
 * @throws TemplateError if the letter can never be printed, or a text would stand outside its box
 */
export function printLetter(letter: LetterData, options: { creationTime: number }): Promise<RenderedPdf> {
  return renderPdf('certificate', laidOut(letter), options);
}

/** What the template prints, as it reads it: texts with the places where their lines may end, and the code as a picture. */
export function laidOut(letter: LetterData): object {
  const { verification, english, unsealed = null } = letter;
  return {
    ...letter,
    unsealed,
    paragraphs: letter.paragraphs.map((paragraph) => marked(paragraph, letter.untrue ?? [], flowOf)),
    tied: (letter.paragraphs.at(-1)?.length ?? 0) <= TIED.chinese,
    table: letter.table && withFlows(letter.table),
    roster: letter.roster && withFlows(letter.roster),
    english: english && {
      ...english,
      paragraphs: english.paragraphs.map((paragraph) => marked(paragraph, letter.untrue ?? [], englishFlowOf)),
      tied: (english.paragraphs.at(-1)?.length ?? 0) <= TIED.english,
      issuedOn: englishFlowOf(english.issuedOn),
      signatory: english.signatory || null,
      verifying: english.verifying || null,
      contact: [
        ...(english.address ? [['Address', english.address]] : []),
        ...(english.email ? [['E-mail', english.email]] : []),
      ],
    },
    validUntil: letter.validUntil
      ? {
          chinese: flowOf(`本证明有效期至${letter.validUntil.chinese}。`),
          english: englishFlowOf(`Valid until ${letter.validUntil.english}.`),
        }
      : null,
    applicantPurpose: letter.applicantPurpose && flowOf(letter.applicantPurpose),
    ...(verification && { qr: qrCode(verification.url), site: flowOf(verificationPage(verification.url)) }),
  };
}

/** A paragraph as it flows, with its untrue sentences set apart. */
function marked(
  paragraph: string,
  untrue: readonly string[],
  flow: (text: string) => Flow,
): (Flow[number] | { untrue: Flow })[] {
  const sentence = untrue.find((one) => paragraph.includes(one));
  if (sentence === undefined) return flow(paragraph);
  const [before = '', ...after] = paragraph.split(sentence);
  const rest = after.join(sentence);
  return [
    ...(before === '' ? [] : flow(before)),
    { untrue: flow(sentence) },
    ...(rest === '' ? [] : marked(rest, untrue, flow)),
  ];
}

const withFlows = <Any extends Table>(table: Any) => ({
  ...table,
  rows: table.rows.map((row) => row.map((value, column) => cellFlowOf(table.columns[column]?.width, value))),
});

/** Numbers and dates stay on one line: their columns are as wide as they are. */
function cellFlowOf(width: ColumnWidth | undefined, value: string): Flow {
  if (width === 'name') return nameFlowOf(value);
  const isText = width === 'wide' || value.length > LONGEST_NUMBER || DOCUMENT_NUMBER.test(value);
  return isText ? flowOf(value) : value === '' ? [] : [[value]];
}

/** Where number and code are typed, from the link of the code: a whole address, short enough to type. */
const verificationPage = (link: string) => link.replace(/\/c\/[^/]*$/, '/verify');
