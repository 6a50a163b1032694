import { toChineseDate } from '../../../contract/text.ts';
import { readText } from '../../../platform/pdf/read-text.ts';
import type { Roster, Table } from '../../../templates/certificate/letter-data.ts';
import type { LetterClaim } from '../record/letter-record.ts';

/**
 * Whether the file of a certificate from before files kept their record says what its row claims; null, or in words what
 * it does not say. When a letter was decided and until when it is valid stood in no file: that remains as the row has it.
 */
export async function printedAsClaimed(pdf: Buffer, claim: LetterClaim): Promise<string | null> {
  const { body, marginals, pages } = await readText(pdf);
  if (pages !== claim.pages) return `文件有${pages}页，记录为${claim.pages}页`;
  // Where the number stands under the title, it is not between what the letter says.
  const said = body.replace(bare(`编号：${claim.number}`), '');
  const missing = passagesOf(claim).find((passage) => !said.includes(bare(passage)));
  if (missing !== undefined) return `文件中没有“${[...missing].slice(0, 60).join('')}”`;
  return marginals.includes(claim.number) ? null : `文件中没有编号 ${claim.number}`;
}

const bare = (passage: string) => passage.replace(/\s/g, '');
const cellsOf = ({ columns, rows }: Table) => [...columns.map(({ label }) => label), ...rows.flat()].join('');
const noteOf = ({ note }: Roster) => (note === undefined ? '' : `（${note}）`);

/** What has to stand in the file without a gap: from the title to the closing words, so that nothing was left out either. */
function passagesOf({ code, letter }: LetterClaim): string[] {
  const { association, title = '证明', paragraphs, table, english, roster, applicantPurpose, issuedOn } = letter;
  const isTableInside = table ? table.after < paragraphs.length : false;
  const before = isTableInside ? paragraphs.slice(0, table?.after) : paragraphs;
  const after = isTableInside ? paragraphs.slice(table?.after) : [];
  // In two languages a table at the end comes behind both.
  const isTableLast = table && !isTableInside && !english;
  const middle = table && (isTableInside || isTableLast) ? cellsOf(table) : '';
  const text = [english?.title ?? title, ...before, middle, ...after, '特此证明。'].join('');
  return [
    text,
    title,
    association,
    code,
    toChineseDate(issuedOn),
    ...(english ? [`特此证明。${english.paragraphs.join('')}`] : []),
    ...(table ? [cellsOf(table)] : []),
    ...(roster ? [`附件${roster.title}${noteOf(roster)}${cellsOf(roster)}（以下空白）`] : []),
    ...(applicantPurpose ? [applicantPurpose] : []),
  ];
}
