import { columnOf } from '../reading/open-xml.ts';
import { attributeOf, parseWhole } from '../reading/xml-events.ts';
import { lettersOf, placesOf, type CellNotes, type NotedPlace } from './places.ts';
import { prefixOf, rewriteWhole, toXmlText } from './rewrite-xml.ts';

/** Whom Excel names as the writer of a note. */
const AUTHOR = '检查结果';
/** What each of our notes begins with: some programs keep no author, and marks are to be known when the file comes back. */
export const MARK = '【检查结果】';

const addressOf = (row: number, column: number) => `${lettersOf(column + 1)}${row}`;
const noteXml = (prefix: string, author: number, { row, column, note }: NotedPlace) =>
  `<${prefix}comment ref="${addressOf(row, column)}" authorId="${author}"><${prefix}text>${wordsXml(prefix, MARK + note)}</${prefix}text></${prefix}comment>`;
const wordsXml = (prefix: string, words: string) =>
  `<${prefix}r><${prefix}t xml:space="preserve">${toXmlText(words)}</${prefix}t></${prefix}r>`;

/** A part of notes for a sheet that has none. */
export const newComments = (notes: CellNotes, main: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${main}"><authors><author>${AUTHOR}</author></authors><commentList>` +
  [...placesOf(notes)].map((place) => noteXml('', 0, place)).join('') +
  '</commentList></comments>';

/** The notes that a sheet has and ours: in a cell with both, ours stand behind. */
export async function addComments(part: AsyncIterable<Buffer>, notes: CellNotes): Promise<string> {
  let authors = 0;
  const said = new Set<string>();
  let ours: string | undefined;
  return rewriteWhole(part, {
    open({ local, name, attributes }, write, within) {
      if (local === 'author') authors++;
      if (local === 'comment') {
        const place = attributeOf(attributes, 'ref').replaceAll('$', '');
        ours = notes.get(Number(/\d+$/.exec(place)?.[0]))?.get(columnOf(place) - 1);
        said.add(place);
      }
      // Words that are no run stand before all runs: ours would not be seen behind them.
      if (local === 't' && within.at(-1) === 'text') write(`<${prefixOf(name)}r>`);
    },
    after({ local, name }, write, within) {
      if (local === 't' && within.at(-1) === 'text') write(`</${prefixOf(name)}r>`);
    },
    close({ local, name }, write, within) {
      const prefix = prefixOf(name);
      if (local === 'authors') write(`<${prefix}author>${AUTHOR}</${prefix}author>`);
      if (local === 'text' && within.at(-1) === 'comment' && ours !== undefined) {
        write(wordsXml(prefix, `\n${MARK}${ours}`));
      }
      if (local === 'commentList') {
        for (const place of placesOf(notes)) {
          if (!said.has(addressOf(place.row, place.column))) write(noteXml(prefix, authors, place));
        }
      }
    },
  });
}

/** Whether a part of notes has some of ours, whatever program wrote it: what they say may have been mended since. */
export async function bearsMarks(part: AsyncIterable<Buffer>): Promise<boolean> {
  let [words, isFound] = ['', false];
  await parseWhole(part, {
    open(name) {
      if (name === 'author' || name === 'comment') words = '';
    },
    text: (text) => void (words += text),
    close(name) {
      if (name === 'author' && words === AUTHOR) isFound = true;
      if (name === 'comment' && words.includes(MARK)) isFound = true;
    },
  });
  return isFound;
}
