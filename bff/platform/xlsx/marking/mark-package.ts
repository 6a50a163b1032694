import { posix } from 'node:path';
import { headedSheet, type Wanted } from '../reading/heading.ts';
import { sheetsOf } from '../reading/open-xml.ts';
import { NotXlsx } from '../reading/sheet.ts';
import type { Parts } from '../../zip/unpack.ts';
import { mainPart, relationsOf, relationsPart, type Relation } from '../reading/workbook.ts';
import { parseWhole, textOfPart } from '../reading/xml-events.ts';
import { markCells } from './mark-cells.ts';
import { markStyles, plainStyles, type MarkedStyles } from './mark-styles.ts';
import { notesSeen } from './merged.ts';
import { addComments, bearsMarks, newComments } from './notes.ts';
import type { CellNotes } from './places.ts';
import { prefixOf, rewriteWhole, type Changes } from './rewrite-xml.ts';
import { addShapes, newShapes } from './shapes.ts';

/** A part of the file that is to be written. */
export interface WrittenPart {
  name: string;
  content: AsyncIterable<Buffer | string> | Iterable<string>;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships/';
const MAIN: Readonly<Record<string, string>> = {
  [OFFICE]: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  [STRICT]: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
};
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const NEW_ID = 'rIdMarks';

/**
 * The parts of a workbook with the cells of `given` coloured and noted in the sheet with a known heading row; all other
 * parts as they are. Each is to be read to its end before the next is asked for. Throws NotXlsx for a workbook that cannot
 * be changed so: one with programs, one of a kind that is none of a plain .xlsx, or one that bears marks already, which may
 * say what has been mended since.
 */
export async function* markedParts(parts: Parts, wanted: Wanted, given: CellNotes): AsyncGenerator<WrittenPart> {
  const { base, part: book } = await mainPart(parts);
  const main = MAIN[base];
  const kinds = await kindsOf(parts);
  // A workbook with programs is opened by no program under the name of .xlsx, nor is a template.
  if (kinds.get(book.toLowerCase()) !== `${SHEET}.sheet.main+xml`) throw new NotXlsx('other_kind');
  const visible = (await sheetsOf(parts)).filter(({ isHidden }) => !isHidden);
  const { part: sheet } = (await headedSheet(visible, wanted)).sheet;
  if (main === undefined || sheet === undefined) throw new NotXlsx('unreadable');
  const written = new Set<string>();
  const writing = (name: string, content: WrittenPart['content']): WrittenPart => {
    // Relations of one part to another that is changed already: no program wrote them.
    if (written.has(name.toLowerCase())) throw new NotXlsx('unreadable');
    written.add(name.toLowerCase());
    return { name, content };
  };

  const ofBook = await relationsOf(parts, book);
  const styles = [...ofBook.values()].find(({ type }) => type === 'styles')?.part;
  const relations = await relationsOf(parts, sheet);
  const said = [...relations.values()].find(({ type }) => type === 'comments')?.part;
  if (said !== undefined && (await bearsMarks(parts.read(said)))) throw new NotXlsx('marked_before');
  const notes = await notesSeen(parts.read(sheet), given);
  const isTaken = (name: string) => parts.has(name) || kinds.has(name.toLowerCase());
  const freeName = (name: (n: number) => string) => nameBeside(book, name, isTaken);
  const stylesPart = styles ?? freeName((n) => (n === 1 ? 'styles.xml' : `styles${n}.xml`));
  const comments = said ?? freeName((n) => `comments${n}.xml`);
  // Programs tell the file from other packages by its first part.
  yield writing(TYPES, [await typed(parts, { styles: styles ? null : stylesPart, comments: said ? null : comments })]);

  const looks: MarkedStyles = styles ? await markStyles(parts.read(styles)) : plainStyles(main);
  yield writing(stylesPart, [looks.xml]);
  if (!styles) {
    const id = idBeside(ofBook, 'styles');
    yield writing(relationsPart(book), [await related(parts, book, [{ id, type: 'styles', base, part: stylesPart }])]);
  }

  const newId = idBeside(relations, 'shapes');
  const cells = markCells(parts.read(sheet), { notes, looks: looks.looks, relations: base.slice(0, -1), newId });
  yield writing(sheet, cells.xml);

  const { id, isThere } = cells.shapes();
  const drawn = isThere ? relations.get(id)?.part : undefined;
  if (isThere && drawn === undefined) throw new NotXlsx('unreadable');
  const shapes = drawn ?? freeName((n) => `drawings/vmlDrawing${n}.vml`);
  yield writing(shapes, [drawn ? addShapes(await wordsOf(parts, drawn), notes) : newShapes(notes)]);
  yield writing(comments, [said ? await addComments(parts.read(said), notes) : newComments(notes, main)]);
  const added: NewRelation[] = [];
  if (!drawn) added.push({ id: newId, type: 'vmlDrawing', base, part: shapes });
  if (!said) added.push({ id: idBeside(relations, 'comments'), type: 'comments', base, part: comments });
  if (added.length > 0) yield writing(relationsPart(sheet), [await related(parts, sheet, added)]);

  for (const name of parts.names) if (!written.has(name.toLowerCase())) yield { name, content: parts.read(name) };
}

const TYPES = '[Content_Types].xml';

/**
 * A name below the workbook's that no part has, numbered as programs do: some know parts by these names alone. Nor one that
 * a part had which is gone and whose kind is still told: told twice, the file is broken.
 */
function nameBeside(book: string, name: (n: number) => string, isTaken: (name: string) => boolean): string {
  let n = 1;
  while (isTaken(posix.join(posix.dirname(book), name(n)))) n++;
  return posix.join(posix.dirname(book), name(n));
}

async function wordsOf(parts: Parts, name: string): Promise<string> {
  let words = '';
  for await (const piece of textOfPart(parts.read(name))) words += piece;
  return words;
}

interface NewRelation extends Relation {
  id: string;
}

/** A name that no relation has. */
function idBeside(relations: ReadonlyMap<string, Relation>, word: string): string {
  let id = `${NEW_ID}-${word}`;
  while (relations.has(id)) id += '-';
  return id;
}

/** What `owner` points to, and `more`. */
async function related(parts: Parts, owner: string, more: readonly NewRelation[]): Promise<string> {
  const lines = (prefix: string) =>
    more
      .map(
        ({ id, type, base, part }) =>
          `<${prefix}Relationship Id="${id}" Type="${base}${type}" Target="${posix.relative(posix.dirname(owner), part)}"/>`,
      )
      .join('');
  const name = relationsPart(owner);
  if (parts.has(name)) {
    return rewriteWhole(parts.read(name), {
      close: (element, write) => void (element.local === 'Relationships' && write(lines(prefixOf(element.name)))),
    });
  }
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines('')}</Relationships>`;
}

/** What kinds of parts there are, with the new ones. */
function typed(parts: Parts, added: { styles: string | null; comments: string | null }): Promise<string> {
  let hasShapes = false;
  const changes: Changes = {
    open({ local, attributes }) {
      if (local === 'Default' && attributes['Extension']?.toLowerCase() === 'vml') hasShapes = true;
    },
    close({ local, name }, write) {
      if (local !== 'Types') return;
      const prefix = prefixOf(name);
      const kind = (part: string | null, word: string) =>
        part === null ? '' : `<${prefix}Override PartName="/${part}" ContentType="${SHEET}.${word}+xml"/>`;
      const shapes = `<${prefix}Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`;
      write((hasShapes ? '' : shapes) + kind(added.styles, 'styles') + kind(added.comments, 'comments'));
    },
  };
  return rewriteWhole(parts.read(TYPES), changes);
}

/** What kind each part is said to be, by its name in small letters. */
async function kindsOf(parts: Parts): Promise<Map<string, string>> {
  const kinds = new Map<string, string>();
  await parseWhole(parts.read(TYPES), {
    open(_name, attributes) {
      const part = attributes['PartName']?.toLowerCase();
      if (part?.startsWith('/')) kinds.set(part.slice(1), attributes['ContentType'] ?? '');
    },
  });
  return kinds;
}
