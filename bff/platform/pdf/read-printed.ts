import { mustMatch } from './must-match.ts';
/**
 * Reads objects and pages of a PDF written by our own printer, signed or not (classic cross-reference tables, direct
 * lengths). Anything else is refused, rather than printed wrongly.
 */
export interface PrintedObject {
  /** Everything before the stream, usually a dictionary. */
  head: string;
  stream: Buffer | null;
}

export interface PrintedPdf {
  /** Object numbers of the pages, in order. */
  pages: number[];
  object(number: number): PrintedObject;
}

export function readPrinted(pdf: Buffer): PrintedPdf {
  const { offsets, trailer } = readTables(pdf);
  const object = (number: number): PrintedObject => {
    const offset = offsets.get(number);
    if (offset === undefined) throw new Error(`not a PDF of our printer: no object ${number}`);
    return readObject(pdf, number, offset);
  };
  const pagesUnder = (node: number): number[] => {
    const { head } = object(node);
    if (!/\/Type \/Pages\b/.test(head)) return [node];
    return [...mustMatch(head, /\/Kids \[([^\]]*)\]/).matchAll(/(\d+) 0 R/g)].flatMap((kid) =>
      pagesUnder(Number(kid[1])),
    );
  };
  const catalog = object(Number(mustMatch(trailer, /\/Root (\d+) 0 R/)));
  return { pages: pagesUnder(Number(mustMatch(catalog.head, /\/Pages (\d+) 0 R/))), object };
}

/** Object numbers of the streams that draw a page, in order: one, or three where a seal goes across the pages' edges. */
export function contentsOf(page: string): number[] {
  const references = mustMatch(page, /\/Contents (\d+ 0 R|\[[^\]]*\])/);
  return [...references.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}

/** Where each object's newest version begins; a signed file has a second table before the first. */
function readTables(pdf: Buffer): { offsets: Map<number, number>; trailer: string } {
  const offsets = new Map<number, number>();
  let trailer = '';
  let at: number | null = Number(mustMatch(pdf.toString('latin1', pdf.length - 1024), /startxref\s+(\d+)\s+%%EOF\s*$/));
  while (at !== null) {
    const end = pdf.indexOf('startxref', at);
    const text = pdf.toString('latin1', at, end);
    const [table = '', rest] = text.split('trailer');
    if (!table.startsWith('xref') || rest === undefined) throw new Error('not a PDF of our printer: no table');
    for (const [number, offset] of entriesOf(table)) if (!offsets.has(number)) offsets.set(number, offset);
    trailer ||= rest;
    at = /\/Prev (\d+)/.test(rest) ? Number(mustMatch(rest, /\/Prev (\d+)/)) : null;
  }
  return { offsets, trailer };
}

function* entriesOf(table: string): Generator<[number: number, offset: number]> {
  let next = 0;
  for (const line of table.split('\n').slice(1)) {
    const section = /^(\d+) (\d+)\s*$/.exec(line);
    const entry = /^(\d{10}) \d{5} ([nf])/.exec(line);
    if (section) next = Number(section[1]);
    else if (entry) {
      if (entry[2] === 'n') yield [next, Number(entry[1])];
      next++;
    }
  }
}

function readObject(pdf: Buffer, number: number, offset: number): PrintedObject {
  const opening = `${number} 0 obj\n`;
  const from = offset + opening.length;
  if (pdf.toString('latin1', offset, from) !== opening) throw new Error(`not a PDF of our printer: object ${number}`);
  const end = pdf.indexOf('endobj', from);
  const stream = pdf.indexOf('stream\n', from);
  if (stream < 0 || stream > end) return { head: pdf.toString('latin1', from, end).trim(), stream: null };
  const head = pdf.toString('latin1', from, stream).trim();
  const start = stream + 'stream\n'.length;
  return { head, stream: pdf.subarray(start, start + Number(mustMatch(head, /\/Length (\d+)(?! \d+ R)/))) };
}
