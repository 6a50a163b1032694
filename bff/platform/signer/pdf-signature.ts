import { createHash } from 'node:crypto';
import { toShanghaiSecond } from '../../contract/dates.ts';
import type { RenderedPdf } from '../pdf/render.ts';
import { accessibleMetadata, showTitle, tagField } from './accessibility.ts';
import { crossPageSeal, drawSlices } from './cross-page-seal.ts';
import { appendObjects, readPdf, type PdfReader } from './incremental-update.ts';
import { pieceInfo, recordStream } from './embedded-record.ts';
import { SEAL_SIZE } from './seal.ts';

export interface SignatureField {
  /** Deflated content stream of the seal, see drawSeal. */
  seal: Buffer;
  /** Who signs, shown by readers. */
  name: string;
  reason: string;
  /** Epoch milliseconds. */
  signedAt: number;
  /** Text kept in the file for whoever checks it, see embedded-record.ts; absent: none. */
  record?: string | undefined;
  /** Bytes kept free for the signature. */
  room: number;
}

const BYTE_RANGE = '/ByteRange [0 0000000000 0000000000 0000000000]';
/** Name of the seal among the forms of a page. */
const CROSS_PAGE_SEAL = 'CrossPageSeal';

/**
 * Appends a certifying signature field (DocMDP 1: no later change is allowed) whose appearance is the seal, centred on
 * the anchor; invisible without an anchor. A sealed letter of several pages carries the seal across their edges besides.
 * The bytes of the original stay as they are.
 * @param sign makes the CMS signature of a SHA-256 digest
 */
export async function signPdf(
  { pdf, sealAnchor, isAccessible }: RenderedPdf,
  field: SignatureField,
  sign: (digest: Buffer) => Promise<Buffer>,
): Promise<Buffer> {
  const reader = readPdf(pdf);
  const objects = new Map<number, Buffer>();
  let size = reader.size;
  const reserve = () => size++;
  const put = (body: Buffer | string): number => {
    const number = reserve();
    objects.set(number, Buffer.from(body));
    return number;
  };
  const page = reader.pages[(sealAnchor?.page ?? 1) - 1];
  if (!page) throw new Error(`there is no page ${sealAnchor?.page ?? 1}`);
  const signature = put(signatureDictionary(field));
  const appearance = put(sealAnchor ? sealForm(field.seal) : form('', Buffer.alloc(0), 0));
  const widget = reserve();
  const tagged = tagField(reader, { widget, page }, put);
  for (const [number, body] of tagged?.changed ?? []) objects.set(number, body);
  const structParent = tagged?.structParent ?? null;
  objects.set(widget, Buffer.from(widgetDictionary(sealAnchor, { signature, page, appearance, structParent })));
  const sealed = sealAnchor ? sealAcrossPages(reader, appearance, put) : new Map<number, string>();
  for (const [number, dictionary] of sealed) objects.set(number, Buffer.from(dictionary));
  objects.set(page, Buffer.from(pageWith(sealed.get(page) ?? reader.dictionary(page), widget)));
  const pieces: Record<string, string> =
    field.record === undefined ? {} : { PieceInfo: pieceInfo(put(recordStream(field.record)), date(field.signedAt)) };
  const catalog = catalogWith(reader, { signature, widget, pieces });
  objects.set(reader.catalog, Buffer.from(isAccessible ? showTitle(catalog) : catalog));
  if (isAccessible) objects.set(...accessibleMetadata(reader));
  const revision = createHash('md5').update(`${reader.fileId}${field.signedAt}`).digest('hex');
  const trailer = [
    `/Size ${size} /Root ${reader.catalog} 0 R /Info ${reader.info} 0 R`,
    `/ID [${reader.fileId} <${revision}>]`,
  ].join(' ');
  return fillIn(appendObjects(pdf, objects, trailer), pdf.length, sign);
}

/** Pages (number → dictionary) that draw their strips of the seal after their own content; none in a letter of one page. */
function sealAcrossPages(reader: PdfReader, seal: number, put: (body: Buffer) => number): Map<number, string> {
  const pages = reader.pages.map((number) => ({ number, dictionary: reader.dictionary(number) }));
  const sizes = pages.map(({ dictionary }) => {
    const [, width, height] = /\/MediaBox \[\s*0 0 (\S+) ([^\s\]]+)/.exec(dictionary) ?? [];
    return { width: Number(width), height: Number(height) };
  });
  const slices = crossPageSeal(sizes, reader.fileId);
  if (slices.every((strips) => strips.length === 0)) return new Map();
  const opening = put(content('q\n'));
  return new Map(
    pages.map(({ number, dictionary }, index) => {
      const drawn = put(content(`Q\n${drawSlices(slices[index] ?? [], CROSS_PAGE_SEAL)}`));
      const whole = dictionary.replace(/\/Contents (\d+ 0 R)/, `/Contents [${opening} 0 R $1 ${drawn} 0 R]`);
      return [number, withForm(whole, `/${CROSS_PAGE_SEAL} ${seal} 0 R`)];
    }),
  );
}

/** The dictionary of a page that may have forms already. */
function withForm(dictionary: string, entry: string): string {
  if (/\/XObject <</.test(dictionary)) return dictionary.replace('/XObject <<', `/XObject << ${entry} `);
  if (!dictionary.includes('/Resources <<')) throw new Error('a page without resources');
  return dictionary.replace('/Resources <<', `/Resources << /XObject << ${entry} >> `);
}

/** Computes the byte range around the empty signature, signs it, and writes both into their places. */
async function fillIn(pdf: Buffer, from: number, sign: (digest: Buffer) => Promise<Buffer>): Promise<Buffer> {
  const start = pdf.indexOf('/Contents <', from) + '/Contents '.length;
  const end = pdf.indexOf('>', start) + 1;
  const range = [0, start, end, pdf.length - end].map((value, index) =>
    String(value).padStart(index === 0 ? 1 : 10, '0'),
  );
  pdf.write(`/ByteRange [${range.join(' ')}]`, pdf.indexOf(BYTE_RANGE, from), 'latin1');
  const digest = createHash('sha256').update(pdf.subarray(0, start)).update(pdf.subarray(end)).digest();
  const signature = (await sign(digest)).toString('hex');
  if (signature.length > end - start - 2) throw new Error(`the signature needs ${signature.length / 2} bytes`);
  pdf.write(signature, start + 1, 'latin1');
  return pdf;
}

function catalogWith(
  reader: PdfReader,
  { signature, widget, pieces }: { signature: number; widget: number; pieces: Record<string, string> },
): string {
  return withEntries(reader.dictionary(reader.catalog), {
    AcroForm: `<< /SigFlags 3 /Fields [${widget} 0 R] >>`,
    Perms: `<< /DocMDP ${signature} 0 R >>`,
    Extensions: '<< /ESIC << /BaseVersion /1.7 /ExtensionLevel 2 >> >>',
    ...pieces,
  });
}

function pageWith(dictionary: string, widget: number): string {
  const annotated = /\/Annots \[/;
  if (annotated.test(dictionary))
    return withEntries(dictionary.replace(annotated, `/Annots [${widget} 0 R `), { Tabs: '/S' });
  // Readers go from field to field in the order of the structure.
  return withEntries(dictionary, { Annots: `[${widget} 0 R]`, Tabs: '/S' });
}

function withEntries(dictionary: string, entries: Record<string, string>): string {
  const added = Object.entries(entries).map(([key, value]) => {
    if (dictionary.includes(`/${key} `)) throw new Error(`the PDF already has /${key}`);
    return `/${key} ${value}`;
  });
  return `<< ${added.join(' ')} ${dictionary.slice('<<'.length)}`;
}

function signatureDictionary({ name, reason, signedAt, room }: SignatureField): string {
  return [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    BYTE_RANGE,
    `/Contents <${'0'.repeat(room * 2)}>`,
    `/Name ${text(name)} /Reason ${text(reason)} /M (${date(signedAt)})`,
    '/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >>] >>',
  ].join('\n');
}

function widgetDictionary(
  anchor: RenderedPdf['sealAnchor'],
  what: { signature: number; page: number; appearance: number; structParent: number | null },
): string {
  const { signature, page, appearance, structParent } = what;
  const half = SEAL_SIZE / 2;
  const rectangle = anchor ? [anchor.x - half, anchor.y - half, anchor.x + half, anchor.y + half] : [0, 0, 0, 0];
  return [
    // F 132: printed and locked.
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T (seal) /TU ${text('电子签章')} /F 132`,
    `/Rect [${rectangle.map((value) => value.toFixed(2)).join(' ')}] /V ${signature} 0 R /P ${page} 0 R`,
    `/AP << /N ${appearance} 0 R >>${structParent === null ? '' : ` /StructParent ${structParent}`} >>`,
  ].join(' ');
}

/** Multiplied into the page like ink, so that name and date under the seal stay black. */
function sealForm(seal: Buffer): Buffer {
  const content = '/Resources << /ExtGState << /ink << /Type /ExtGState /BM /Multiply /ca 0.9 /CA 0.9 >> >> >>';
  return form(`${content} /Filter /FlateDecode`, seal, SEAL_SIZE);
}

const content = (operators: string): Buffer =>
  Buffer.from(`<< /Length ${Buffer.byteLength(operators)} >>\nstream\n${operators}\nendstream`);

function form(entries: string, content: Buffer, size: number): Buffer {
  const head = `<< /Type /XObject /Subtype /Form /BBox [0 0 ${size} ${size}] ${entries} /Length ${content.length} >>`;
  return Buffer.concat([Buffer.from(`${head}\nstream\n`), content, Buffer.from('\nendstream')]);
}

/** PDF text string in UTF-16, which needs no escapes. */
function text(value: string): string {
  return `<FEFF${Buffer.from(value, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

/** In Beijing time, as the letter itself. */
function date(at: number): string {
  return `D:${toShanghaiSecond(at).replace(/\D/g, '')}+08'00'`;
}
