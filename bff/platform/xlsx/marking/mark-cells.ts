import { columnOf, rowNumber } from '../reading/open-xml.ts';
import { MAX_COLUMNS } from '../reading/sheet.ts';
import { attributeOf } from '../reading/xml-events.ts';
import { lettersOf, type CellNotes } from './places.ts';
import { prefixOf, rewriteXml, type Element, type Write } from './rewrite-xml.ts';

/** Elements of a sheet behind the place of `legacyDrawing` (ECMA-376 part 1, 18.3.1.99). */
const BEHIND_NOTES = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
  'AlternateContent',
]);

export interface MarkedCells {
  /** The sheet, piece by piece. */
  xml: AsyncGenerator<string>;
  /** Known when all of it is written: by which id the sheet points to the shapes of its notes, and whether it did before. */
  shapes(): { id: string; isThere: boolean };
}

/**
 * A sheet with the cells of `notes` coloured, those that are not written among them, and pointing to the shapes of notes.
 * @param looks how many looks there were: the n-th is coloured by `looks + n`
 * @param relations address of the names of relations; `newId` where the sheet points to no shapes yet
 */
export function markCells(
  part: AsyncIterable<Buffer>,
  { notes, looks, relations, newId }: { notes: CellNotes; looks: number; relations: string; newId: string },
): MarkedCells {
  const shapes = { id: newId, isThere: false };
  const columnLooks = new Array<string>(MAX_COLUMNS);
  const coloured = (look: string | undefined) => {
    const before = Number(look ?? 0);
    return String(looks + (before >= 0 && before < looks ? before : 0));
  };
  let [row, column, rowLook] = [0, 0, ''];
  /** Columns of this row that are still to be marked, from 1. */
  let due: number[] = [];
  let hasPointed = false;
  let root = '';

  const emptyCells = (write: Write, prefix: string, before: number) => {
    while (due[0] !== undefined && due[0] < before) {
      const place = due.shift()!;
      const look = rowLook || columnLooks[place - 1];
      write(`<${prefix}c r="${lettersOf(place)}${row}" s="${coloured(look)}"/>`);
    }
  };
  const point = (write: Write) => {
    if (hasPointed) return;
    hasPointed = true;
    write(`<${root}legacyDrawing xmlns:r="${relations}" r:id="${newId}"/>`);
  };
  const openRow = ({ attributes }: Element) => {
    row = rowNumber(attributeOf(attributes, 'r'), row);
    column = 0;
    rowLook = attributeOf(attributes, 's');
    due = [...(notes.get(row)?.keys() ?? [])].map((at) => at + 1).sort((one, other) => one - other);
    // A hint of how far the row reaches, which may be too short by now.
    if (due.length > 0) delete attributes['spans'];
  };
  const xml = rewriteXml(part, {
    open(element, write, within) {
      const { local, name, attributes } = element;
      if (within.length === 0) root = prefixOf(name);
      if (local === 'col' && within[1] === 'cols') noteLook(columnLooks, attributes);
      if (within[1] === 'sheetData') {
        if (local === 'row' && within.length === 2) openRow(element);
        if (local !== 'c' || within.length !== 3) return;
        column = columnOf(attributeOf(attributes, 'r')) || column + 1;
        emptyCells(write, prefixOf(name), column);
        if (due[0] !== column) return;
        due.shift();
        attributes['s'] = coloured(attributeOf(attributes, 's'));
      }
      if (within.length !== 1) return;
      if (local === 'legacyDrawing') {
        Object.assign(shapes, { id: attributeOf(attributes, 'id', true), isThere: true });
        hasPointed = true;
      } else if (BEHIND_NOTES.has(local)) point(write);
    },
    close({ local, name }, write, within) {
      if (local === 'row' && within[1] === 'sheetData') emptyCells(write, prefixOf(name), Infinity);
      if (within.length === 0) point(write);
    },
  });
  return { xml, shapes: () => shapes };
}

function noteLook(looks: string[], attributes: Readonly<Record<string, string>>): void {
  const [first, last] = [Number(attributeOf(attributes, 'min')), Number(attributeOf(attributes, 'max'))];
  const look = attributeOf(attributes, 'style');
  if (look !== '') looks.fill(look, Math.max(first - 1, 0), Math.min(last, MAX_COLUMNS));
}
