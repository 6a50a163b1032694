import { contentsOf, readPrinted, type PrintedPdf } from './read-printed.ts';

/** A file for the printer under way. */
export interface CopiesLayout {
  /**
   * Adds all pages of a file once per mark. On every page of a copy the mark, one page of `marks`, lies over it.
   * @param pages numbers of pages in `marks`, counted from 0
   */
  add(file: Buffer, pages: readonly number[]): void;
  pages(): number;
  finish(): Buffer;
}

/**
 * Lays out copies of issued files, each with its own mark. The pages are drawn as they stand; what a signature field
 * shows (the seal) becomes part of the page, because the new file is not the signed one. Fonts and pictures are kept
 * once however many copies there are.
 * @param marks a PDF of our printer with a transparent page per copy
 */
export function layOutCopies(marks: Buffer, title: string): CopiesLayout {
  const objects: (Buffer | null)[] = [null];
  const [catalog, tree] = [reserve(objects), reserve(objects)];
  const kids: number[] = [];
  const markPages = readPrinted(marks);
  const copyMark = copier(objects, markPages);
  const opening = put(objects, streamObject('<<', Buffer.from('q\n')));
  return {
    add(file, pages) {
      const printed = readPrinted(file);
      const copy = copier(objects, printed);
      const sheets = printed.pages.map((page) => sheetOf(printed, page, copy));
      for (const index of pages) {
        const markPage = markPages.pages[index];
        if (markPage === undefined) throw new RangeError(`there is no mark ${index}`);
        const mark = put(objects, pageAsForm(markPages, markPage, copyMark));
        for (const { mediaBox, resources, contents, stamps } of sheets) {
          const drawn = stamps.map(({ x, y }, n) => `q 1 0 0 1 ${x} ${y} cm /Stamp${n} Do Q`);
          const closing = put(
            objects,
            streamObject('<<', Buffer.from(['Q', ...drawn, 'q /CopyMark Do Q', ''].join('\n'))),
          );
          const forms = [`/CopyMark ${mark} 0 R`, ...stamps.map(({ form }, n) => `/Stamp${n} ${form} 0 R`)].join(' ');
          kids.push(
            put(
              objects,
              `<< /Type /Page /Parent ${tree} 0 R /MediaBox ${mediaBox} /Resources ${withForms(resources, forms)}` +
                ` /Contents [${opening} 0 R ${contents} ${closing} 0 R] >>`,
            ),
          );
        }
      }
    },
    pages: () => kids.length,
    finish() {
      objects[catalog] = Buffer.from(`<< /Type /Catalog /Pages ${tree} 0 R >>`);
      objects[tree] = Buffer.from(
        `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`,
      );
      const titled = `<FEFF${Buffer.from(title, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
      const info = put(objects, `<< /Title ${titled} >>`);
      return written(objects, `/Root ${catalog} 0 R /Info ${info} 0 R`);
    },
  };
}

type Objects = (Buffer | null)[];

function reserve(objects: Objects): number {
  objects.push(null);
  return objects.length - 1;
}

function put(objects: Objects, body: Buffer | string): number {
  objects.push(Buffer.from(body));
  return objects.length - 1;
}

/** `head` is an opened dictionary without /Length. */
function streamObject(head: string, stream: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`${head} /Length ${stream.length} >>\nstream\n`, 'latin1'),
    stream,
    Buffer.from('\nendstream'),
  ]);
}

const REFERENCE = /(\d+) 0 R\b/g;

/** Copies an object with everything it refers to, each once; answers its new number. */
function copier(objects: Objects, source: PrintedPdf): (number: number) => number {
  const copied = new Map<number, number>();
  const copy = (number: number): number => {
    const known = copied.get(number);
    if (known !== undefined) return known;
    const at = reserve(objects);
    copied.set(number, at);
    const { head, stream } = source.object(number);
    const moved = renumbered(head, copy);
    objects[at] = stream
      ? streamObject(moved.replace(/\/Length \d+/, '').replace(/>>$/, ''), stream)
      : Buffer.from(moved, 'latin1');
    return at;
  };
  return copy;
}

const renumbered = (text: string, copy: (number: number) => number): string =>
  text.replace(REFERENCE, (_, number: string) => `${copy(Number(number))} 0 R`);

interface Sheet {
  mediaBox: string;
  resources: string;
  /** References to its content streams. */
  contents: string;
  stamps: { form: number; x: number; y: number }[];
}

function sheetOf(source: PrintedPdf, page: number, copy: (number: number) => number): Sheet {
  const { head } = source.object(page);
  const annotations = /\/Annots \[([^\]]*)\]/.exec(head)?.[1] ?? '';
  return {
    mediaBox: part(head, /\/MediaBox (\[[^\]]*\])/),
    resources: renumbered(resourcesOf(head), copy),
    contents: contentsOf(head)
      .map((stream) => `${copy(stream)} 0 R`)
      .join(' '),
    stamps: [...annotations.matchAll(REFERENCE)].flatMap(([, number]) => {
      const annotation = source.object(Number(number)).head;
      const appearance = /\/AP << \/N (\d+) 0 R/.exec(annotation)?.[1];
      const [x = 0, y = 0, right = 0] = part(annotation, /\/Rect \[([^\]]*)\]/)
        .split(' ')
        .map(Number);
      // A signature without a seal has an empty rectangle.
      return appearance && right > x ? [{ form: copy(Number(appearance)), x, y }] : [];
    }),
  };
}

/** A page drawn as one picture over another. */
function pageAsForm(source: PrintedPdf, page: number, copy: (number: number) => number): Buffer {
  const { head } = source.object(page);
  const content = source.object(Number(part(head, /\/Contents (\d+) 0 R/)));
  if (!content.stream) throw new Error('not a PDF of our printer: a page without content');
  const filter = /\/Filter \/\w+/.exec(content.head)?.[0] ?? '';
  const box = part(head, /\/MediaBox (\[[^\]]*\])/);
  const resources = renumbered(resourcesOf(head), copy);
  return streamObject(
    `<< /Type /XObject /Subtype /Form /BBox ${box} /Resources ${resources} ${filter}`,
    content.stream,
  );
}

/** The dictionary after /Resources, to its own closing brackets. */
function resourcesOf(head: string): string {
  const from = head.indexOf('/Resources <<');
  if (from < 0) throw new Error('not a PDF of our printer: a page without resources');
  const start = from + '/Resources '.length;
  let depth = 0;
  for (const { 0: bracket, index } of head.slice(start).matchAll(/<<|>>/g)) {
    depth += bracket === '<<' ? 1 : -1;
    if (depth === 0) return head.slice(start, start + index + 2);
  }
  throw new Error('not a PDF of our printer: resources without end');
}

function withForms(resources: string, forms: string): string {
  if (/\/XObject <</.test(resources)) return resources.replace('/XObject <<', `/XObject << ${forms} `);
  return resources.replace('<<', `<< /XObject << ${forms} >> `);
}

function written(objects: Objects, trailer: string): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  let offset = parts[0]?.length ?? 0;
  let table = `xref\n0 ${objects.length}\n0000000000 65535 f \n`;
  objects.forEach((body, number) => {
    if (number === 0) return;
    const object = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      body ?? Buffer.from('null'),
      Buffer.from('\nendobj\n'),
    ]);
    table += `${String(offset).padStart(10, '0')} 00000 n \n`;
    parts.push(object);
    offset += object.length;
  });
  parts.push(Buffer.from(`${table}trailer\n<< /Size ${objects.length} ${trailer} >>\nstartxref\n${offset}\n%%EOF\n`));
  return Buffer.concat(parts);
}

function part(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`not a PDF of our printer: no ${pattern.source}`);
  return found;
}
