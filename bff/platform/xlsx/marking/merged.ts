import { columnOf } from '../reading/open-xml.ts';
import { textOfPart } from '../reading/xml-events.ts';
import type { CellNotes } from './places.ts';

/** A note is read in a small box: what is longer is told by how much. */
const LONGEST_NOTE = 2_000;

interface Corner {
  row: number;
  /** From 0. */
  column: number;
}
interface Area {
  first: Corner;
  last: Corner;
}

/**
 * The notes by the cells that are seen: of cells that a merge covers, nothing is shown but the first one, so that what is
 * said of the others stands there as well, with their rows. `part`: the sheet, read to its end for its merges.
 */
export async function notesSeen(part: AsyncIterable<Buffer>, notes: CellNotes): Promise<CellNotes> {
  const left = new Map([...notes].map(([row, cells]) => [row, new Map(cells)]));
  const gathered: { at: Corner; notes: { row: number; note: string }[] }[] = [];
  for await (const area of areasOf(part)) {
    const covered = takeWithin(left, area);
    // What is said of the first cell alone stands there already.
    if (covered.length > 0) gathered.push({ at: area.first, notes: covered });
  }
  for (const { at, notes: covered } of gathered) {
    const cells = left.get(at.row) ?? new Map<number, string>();
    left.set(at.row, cells.set(at.column, inOne(covered, at.row)));
  }
  return new Map([...left].filter(([, cells]) => cells.size > 0));
}

/** A merge as it is written; in words and attributes there is no `<`. */
const MERGE = /<(?:[\w.-]+:)?mergeCell\s(?:[^>]*\s)?ref\s*=\s*["']([^"'>]*)["'][^>]*>/g;
/** An element of a merge is no longer. */
const LONGEST_ELEMENT = 300;

/** The merges of a sheet. They stand behind its cells, which are passed over as text: taking them apart costs ten times that. */
async function* areasOf(part: AsyncIterable<Buffer>): AsyncGenerator<Area> {
  let rest = '';
  for await (const piece of textOfPart(part)) {
    const text = rest + piece;
    if (text.includes('mergeCell')) {
      for (const [, ref = ''] of text.matchAll(MERGE)) {
        const area = areaOf(ref);
        if (area) yield area;
      }
    }
    // What has begun and not ended comes again with the next piece.
    const begun = text.lastIndexOf('<');
    rest = begun >= 0 && !text.includes('>', begun) ? text.slice(begun).slice(0, LONGEST_ELEMENT) : '';
  }
}

/** Takes the notes of an area away and answers them, in the order of rows. */
function takeWithin(notes: Map<number, Map<number, string>>, { first, last }: Area): { row: number; note: string }[] {
  const height = last.row - first.row + 1;
  const rows =
    height <= notes.size
      ? Array.from({ length: height }, (_, at) => first.row + at)
      : [...notes.keys()].filter((row) => row >= first.row && row <= last.row).sort((one, other) => one - other);
  const taken: { row: number; note: string }[] = [];
  for (const row of rows) {
    const cells = notes.get(row);
    for (const column of [...(cells?.keys() ?? [])].sort((one, other) => one - other)) {
      if (column < first.column || column > last.column) continue;
      taken.push({ row, note: cells!.get(column)! });
      cells!.delete(column);
    }
  }
  return taken;
}

function inOne(covered: readonly { row: number; note: string }[], anchor: number): string {
  let words = '';
  for (const [at, { row, note }] of covered.entries()) {
    const said = row === anchor ? note : `第${row}行：${note}`;
    if (words.length + said.length > LONGEST_NOTE && at > 0) return `${words}\n另有${covered.length - at}处`;
    words += words === '' ? said : `\n${said}`;
  }
  return words;
}

/** A2:C4, with or without dollars; null for what is no area. */
function areaOf(ref: string): Area | null {
  const [one = '', other = one] = ref.split(':');
  const [first, last] = [cornerOf(one), cornerOf(other)];
  return first && last && last.row >= first.row && last.column >= first.column ? { first, last } : null;
}

function cornerOf(place: string): Corner | null {
  const [column, row] = [columnOf(place) - 1, Number(/\d+$/.exec(place)?.[0])];
  return column >= 0 && row > 0 ? { row, column } : null;
}
