import { mustMatch } from '../pdf/must-match.ts';
/**
 * Reads just enough of a PDF written by our own printer (cross-reference table, no object streams) to append to it.
 * Anything else is refused, rather than signed wrongly.
 */
export interface PdfReader {
  /** Highest object number + 1 */
  size: number;
  catalog: number;
  info: number;
  fileId: string;
  /** Dictionary of an object without a stream, from << to >> */
  dictionary(object: number): string;
  /** Bytes of an object's stream as they stand, with a direct length */
  stream(object: number): Buffer;
  /** Object numbers of the pages, in order */
  pages: number[];
}

export function readPdf(pdf: Buffer): PdfReader {
  const tail = pdf.toString('latin1', Math.max(0, pdf.length - 1024));
  const tableAt = Number(mustMatch(tail, /startxref\s+(\d+)\s+%%EOF\s*$/));
  const trailer = tail.slice(tail.lastIndexOf('trailer'));
  const header = pdf.toString('latin1', tableAt, tableAt + 32);
  const size = Number(mustMatch(trailer, /\/Size (\d+)/));
  mustMatch(header, new RegExp(`^xref\\n(0) ${size}\\n`));
  const firstEntry = tableAt + header.indexOf('\n', 5) + 1;

  function startOf(object: number): number {
    const entry = firstEntry + 20 * object;
    return Number(pdf.toString('latin1', entry, entry + 10));
  }

  function stream(object: number): Buffer {
    const start = startOf(object);
    const from = pdf.indexOf('stream\n', start) + 'stream\n'.length;
    return pdf.subarray(
      from,
      from + Number(mustMatch(pdf.toString('latin1', start, from), /\/Length (\d+)(?! \d+ R)/)),
    );
  }

  function dictionary(object: number): string {
    const start = startOf(object);
    const text = pdf.toString('latin1', start, pdf.indexOf('endobj', start));
    if (!text.startsWith(`${object} 0 obj`) || text.includes('stream\n'))
      throw new Error(`object ${object} is no dictionary`);
    return text.slice(text.indexOf('<<')).trim();
  }

  function pagesUnder(node: number): number[] {
    const text = dictionary(node);
    if (!/\/Type \/Pages\b/.test(text)) return [node];
    return [...mustMatch(text, /\/Kids \[([^\]]*)\]/).matchAll(/(\d+) 0 R/g)].flatMap((kid) =>
      pagesUnder(Number(kid[1])),
    );
  }

  const catalog = Number(mustMatch(trailer, /\/Root (\d+) 0 R/));
  return {
    size,
    catalog,
    info: Number(mustMatch(trailer, /\/Info (\d+) 0 R/)),
    fileId: mustMatch(trailer, /\/ID \[(\S+) /),
    dictionary,
    stream,
    pages: pagesUnder(Number(mustMatch(dictionary(catalog), /\/Pages (\d+) 0 R/))),
  };
}

/** Appends new and changed objects (number → body) with their cross-reference section; the original stays as it is. */
export function appendObjects(pdf: Buffer, objects: Map<number, Buffer>, trailer: string): Buffer {
  const numbers = [...objects.keys()].sort((a, b) => a - b);
  const parts: Buffer[] = [pdf, Buffer.from('\n')];
  let offset = pdf.length + 1;
  let table = 'xref\n';
  for (const number of numbers) {
    const body = objects.get(number);
    if (!body) continue;
    const object = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    table += `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
    parts.push(object);
    offset += object.length;
  }
  const previous = mustMatch(pdf.toString('latin1', pdf.length - 64), /startxref\s+(\d+)/);
  parts.push(Buffer.from(`${table}trailer\n<< ${trailer} /Prev ${previous} >>\nstartxref\n${offset}\n%%EOF\n`));
  return Buffer.concat(parts);
}
