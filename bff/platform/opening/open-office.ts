import yauzl from 'yauzl';
import { NotOpened, type NotOpenedReason } from './opened.ts';

/** A long document has some hundreds of parts. */
const MAX_PARTS = 20_000;
/** The parts that are read: a list of types, and what a document refers to. */
const MAX_READ_BYTES = 1024 * 1024;

const TYPES = '[Content_Types].xml';
/** ECMA-376: what the main part says of itself. */
const MAIN = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
} as const;
/** Where programs hide in a document: VBA, sheets of Excel 4 macros, ActiveX. */
const PROGRAM_PARTS = /(^|\/)(vbaProject[^/]*\.bin|vbaData\.xml|macrosheets\/|intlMacroSheets\/|activeX\/)/i;
const PROGRAM_TYPES = /macroEnabled|ms-office\.vba|macrosheet|ms-office\.activeX/i;
/** Files that are packed into the document, whatever they are. */
const PACKED_PARTS = /(^|\/)embeddings\/[^/]+\.(bin|docm|xlsm|exe)$/i;
/** A template that is fetched from somewhere else when the document is opened, and may hold a program. */
const FETCHED =
  /attachedTemplate[^>]*Target="(https?:|\\\\|file:\/\/[^/])|Target="(https?:|\\\\)[^>]*attachedTemplate/i;
const REFERENCES = 'word/_rels/settings.xml.rels';

/**
 * What a package of Word or Excel is, by its parts, without unpacking more than two small ones. Throws NotOpened: for what
 * may run a program, has other files packed into it, is no such document, or is broken.
 */
export async function openOffice(file: Buffer): Promise<'docx' | 'xlsx'> {
  const zip = await openZip(file);
  try {
    const { names, read } = await partsOf(zip);
    if (names.has('OFD.xml')) throw new NotOpened('ofd');
    if (!names.has(TYPES)) throw new NotOpened('archive');
    if ([...names].some((name) => PROGRAM_PARTS.test(name))) throw new NotOpened('macro');
    const types = read.get(TYPES) ?? '';
    if (PROGRAM_TYPES.test(types) || FETCHED.test(read.get(REFERENCES) ?? '')) throw new NotOpened('macro');
    if ([...names].some((name) => PACKED_PARTS.test(name))) throw new NotOpened('packed');
    const kinds = (['docx', 'xlsx'] as const).filter((kind) => types.includes(`"${MAIN[kind]}"`));
    if (kinds.length !== 1 || !kinds[0]) throw new NotOpened('office');
    return kinds[0];
  } finally {
    zip.close();
  }
}

async function openZip(file: Buffer): Promise<yauzl.ZipFile> {
  try {
    return await new Promise<yauzl.ZipFile>((resolve, reject) => {
      yauzl.fromBuffer(file, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip)));
    });
  } catch (cause) {
    // Its end, where the list of parts stands, is missing.
    throw new NotOpened('truncated', { cause });
  }
}

/** Names of all parts, and the words of those that are judged. One name twice: programs would disagree on which counts. */
async function partsOf(zip: yauzl.ZipFile): Promise<{ names: Set<string>; read: Map<string, string> }> {
  const names = new Set<string>();
  const read = new Map<string, string>();
  const refuse = (reason: NotOpenedReason, cause?: unknown) => new NotOpened(reason, { cause });
  await new Promise<void>((resolve, reject) => {
    zip.on('error', (cause) => reject(refuse('damaged', cause)));
    zip.on('end', resolve);
    zip.on('entry', (entry: yauzl.Entry) => {
      const name = entry.fileName;
      if (names.has(name) || names.size >= MAX_PARTS) return reject(refuse('damaged'));
      if (entry.isEncrypted()) return reject(refuse('password'));
      names.add(name);
      if (name !== TYPES && name !== REFERENCES) return zip.readEntry();
      readPart(zip, entry).then(
        (words) => {
          read.set(name, words);
          zip.readEntry();
        },
        (cause: unknown) => reject(refuse('damaged', cause)),
      );
    });
    zip.readEntry();
  });
  return { names, read };
}

/** Throws for a part that is broken, or unpacks to more than it says or than such a part has. */
function readPart(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<string> {
  if (entry.uncompressedSize > MAX_READ_BYTES) return Promise.reject(new Error('a part of types beyond any size'));
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => resolve(decodeXml(Buffer.concat(chunks))));
    });
  });
}

/** UTF-8, or UTF-16 with its mark; references to characters are read, or a type could be written so that nobody sees it. */
function decodeXml(bytes: Buffer): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const words = isWide
    ? new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
    : bytes.toString('utf8');
  return words.replace(/&#(x?)([0-9a-f]{1,6});/gi, (whole, hex: string, digits: string) => {
    const code = Number.parseInt(digits, hex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
