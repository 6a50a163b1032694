import { NotXlsx, type OpenedSheet, type XlsxCell, type XlsxRow } from './sheet.ts';

/** What the heading row of a sheet may say. */
export interface Wanted {
  labels: readonly string[];
  /** Those without which a row cannot be read. */
  key: readonly string[];
}

/** Rows above which headings may stand: titles, who filled it in, when. */
const LOOKED_AT = 20;

/** A heading as it is compared: blanks, the star of required ones and full width do not matter. */
export const labelOf = (cell: XlsxCell | undefined): string => (cell && 'text' in cell ? comparable(cell.text) : '');
export const comparable = (label: string): string => label.normalize('NFKC').replace(/[*\s]/g, '');

/**
 * The rows of the first visible sheet with a known heading row, which comes first; what stands above it is passed over.
 * A sheet whose headings have the key goes before one that only has others. Throws NotXlsx `no_heading`.
 */
export async function* fromHeading(sheets: readonly OpenedSheet[], wanted: Wanted): AsyncGenerator<XlsxRow> {
  const labels = new Set(wanted.labels.map(comparable));
  const key = wanted.key.map(comparable);
  let second: AsyncIterable<XlsxRow> | undefined;
  for (const sheet of sheets) {
    const place = await headingOf(sheet, labels);
    if (!place) continue;
    const rows = below(sheet, place);
    const found = place.cells.map(labelOf);
    if (key.every((label) => found.includes(label))) {
      yield* rows;
      return;
    }
    second ??= rows;
  }
  if (!second) throw new NotXlsx('no_heading');
  yield* second;
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

async function* below(sheet: OpenedSheet, heading: XlsxRow): AsyncGenerator<XlsxRow> {
  const width = heading.cells.length;
  for await (const row of sheet.rows()) {
    if (row.number < heading.number) continue;
    if (row.cells.length > width) row.cells.length = width;
    yield row;
  }
}
