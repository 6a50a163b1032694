import { withoutUnseen } from '../../../contract/plain-characters.ts';
import { NotXlsx, type OpenedSheet, type XlsxCell, type XlsxRow } from './sheet.ts';

/** What the heading row of a sheet may say. */
export interface Wanted {
  /** The tab of the sheet that is meant; absent: any of them. */
  tab?: string;
  labels: readonly string[];
  /** Other headings → the one of `labels` that is meant. */
  also?: Readonly<Record<string, string>>;
  /** Those without which a row cannot be read. */
  key: readonly string[];
}

/** Rows above which headings may stand: titles, who filled it in, when. */
const LOOKED_AT = 20;

/** A heading as it is compared: blanks, the star of required ones, full width and what nobody sees do not matter. */
export const labelOf = (cell: XlsxCell | undefined): string => (cell && 'text' in cell ? comparable(cell.text) : '');
export const comparable = (label: string): string => withoutUnseen(label).normalize('NFKC').replace(/[*\s]/g, '');

/** A sheet with a known heading row. */
export interface HeadedSheet {
  sheet: OpenedSheet;
  heading: XlsxRow;
}

/**
 * The first sheet with a known heading row. One whose headings have the key goes before one that only has others. Throws
 * NotXlsx `no_heading`.
 */
export async function headedSheet(sheets: readonly OpenedSheet[], wanted: Wanted): Promise<HeadedSheet> {
  const meant = new Map(
    Object.entries(wanted.also ?? {}).map(([other, label]) => [comparable(other), comparable(label)]),
  );
  const labels = new Set([...wanted.labels.map(comparable), ...meant.keys()]);
  const key = wanted.key.map(comparable);
  let second: HeadedSheet | undefined;
  for (const sheet of sheets) {
    const heading = await headingOf(sheet, labels);
    if (!heading) continue;
    const found = heading.cells.map(labelOf).map((label) => meant.get(label) ?? label);
    if (key.every((label) => found.includes(label))) return { sheet, heading };
    second ??= { sheet, heading };
  }
  if (!second) throw new NotXlsx('no_heading');
  return second;
}

/** The rows of that sheet from its heading row on; what stands above it is passed over. Throws NotXlsx `no_heading`. */
export async function* fromHeading(sheets: readonly OpenedSheet[], wanted: Wanted): AsyncGenerator<XlsxRow> {
  const { sheet, heading } = await headedSheet(sheets, wanted);
  const width = heading.cells.length;
  for await (const row of sheet.rows()) {
    if (row.number < heading.number) continue;
    if (row.cells.length > width) row.cells.length = width;
    yield row;
  }
}

/** The rows of that sheet above its heading row, and it. Throws NotXlsx `no_heading`. */
export async function* aboveHeading(sheets: readonly OpenedSheet[], wanted: Wanted): AsyncGenerator<XlsxRow> {
  const { sheet, heading } = await headedSheet(sheets, wanted);
  for await (const row of sheet.rows()) {
    yield row;
    if (row.number >= heading.number) return;
  }
}

async function headingOf(sheet: OpenedSheet, labels: ReadonlySet<string>): Promise<XlsxRow | null> {
  let looked = 0;
  let best: { row: XlsxRow; known: number } | null = null;
  for await (const row of sheet.rows()) {
    const given = row.cells.map(labelOf).filter((label) => label !== '');
    const known = given.filter((label) => labels.has(label)).length;
    // Half of what stands there, so that a row of a list of allowed words is no heading.
    if (known > (best?.known ?? 0) && known * 2 >= given.length) best = { row, known };
    if (++looked >= LOOKED_AT) break;
  }
  return best?.row ?? null;
}
