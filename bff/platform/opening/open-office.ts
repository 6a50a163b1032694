import yauzl from 'yauzl';
import { NotOpened, type NotOpenedReason } from './opened.ts';

/** A long document has some hundreds of parts. */
const MAX_PARTS = 20_000;
/** All parts that are read: a list of types, and what the parts refer to. */
const MAX_READ_BYTES = 8 * 1024 * 1024;

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
/** Where something lies that is not on the computer itself: any scheme but a file's, a share, a file of another computer. */
const ELSEWHERE = /^\s*(?:(?!file:)[a-z][a-z0-9+.-]+:|[\\/]{2}|file:[\\/]{2}(?:[^\\/]|[\\/]{2}))/i;
/** Names of parts do not tell capitals apart (ECMA-376-2). */
const REFERENCES = /(^|\/)_rels\/[^/]+\.rels$/i;

/**
 * What a package of Word or Excel is, by its parts, unpacking only what names types and references. Throws NotOpened: for what
 * may run a program, has other files packed into it, is no such document, or is broken.
 */
export async function openOffice(file: Buffer): Promise<'docx' | 'xlsx'> {
  const zip = await openZip(file);
  try {
    const { names, read } = await partsOf(zip);
    if (names.has('OFD.xml')) throw new NotOpened('ofd');
    if (!names.has(TYPES)) throw new NotOpened('archive');
    if ([...names].some((name) => PROGRAM_PARTS.test(name))) throw new NotOpened('macro');
    const types = withoutReferences(read.get(TYPES) ?? '');
    const isFetching = [...read].some(([name, words]) => name !== TYPES && fetchesTemplate(words));
    if (PROGRAM_TYPES.test(types) || isFetching) throw new NotOpened('macro');
    if ([...names].some((name) => PACKED_PARTS.test(name))) throw new NotOpened('packed');
    const kinds = (['docx', 'xlsx'] as const).filter((kind) =>
      [`"${MAIN[kind]}"`, `'${MAIN[kind]}'`].some((type) => types.includes(type)),
    );
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
  // Two names that differ in capitals alone are one part.
  const seen = new Set<string>();
  let left = MAX_READ_BYTES;
  const refuse = (reason: NotOpenedReason, cause?: unknown) => new NotOpened(reason, { cause });
  await new Promise<void>((resolve, reject) => {
    zip.on('error', (cause) => reject(refuse('damaged', cause)));
    zip.on('end', resolve);
    zip.on('entry', (entry: yauzl.Entry) => {
      const name = entry.fileName;
      if (seen.has(name.toLowerCase()) || names.size >= MAX_PARTS) return reject(refuse('damaged'));
      seen.add(name.toLowerCase());
      if (entry.isEncrypted()) return reject(refuse('password'));
      names.add(name);
      if (name !== TYPES && !REFERENCES.test(name)) return zip.readEntry();
      left -= entry.uncompressedSize;
      if (left < 0) return reject(refuse('damaged'));
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

/** Throws for a part that is broken, or unpacks to another size than it says. */
function readPart(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => {
        try {
          resolve(decodeXml(Buffer.concat(chunks)));
        } catch (cause) {
          reject(cause instanceof Error ? cause : new Error(String(cause)));
        }
      });
    });
  });
}

/**
 * UTF-8, or UTF-16 with its mark. Throws for what could be read otherwise than here: another encoding, and entities that the
 * part declares itself, which such packages may not have (ECMA-376-2).
 */
function decodeXml(bytes: Buffer): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const words = isWide
    ? new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
    : new TextDecoder().decode(bytes);
  const [, encoding = 'utf-8'] = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/i.exec(words) ?? [];
  if (words.includes('\0') || /<!DOCTYPE|<!ENTITY/i.test(words) || !/^(?:utf-?8|utf-?16|us-ascii)$/i.test(encoding)) {
    throw new Error('a part that other programs may read otherwise');
  }
  return words;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Words with references to characters read, or a type could be written so that nobody sees it. */
const withoutReferences = (words: string): string =>
  words.replace(/&(?:#(x?)([0-9a-f]{1,8})|(\w+));/gi, (whole, hex: string, digits: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = Number.parseInt(digits, hex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** Whether a template is fetched from somewhere else when the document is opened: it may hold a program. */
const fetchesTemplate = (references: string): boolean =>
  [...references.matchAll(/<(?:[^\s<>/:"'=]+:)?Relationship\s((?:"[^"]*"|'[^']*'|[^"'>])*)>/g)]
    .map(([, attributes = '']) => attributesOf(attributes))
    .some((one) => /attachedTemplate\s*$/i.test(one.get('Type') ?? '') && ELSEWHERE.test(one.get('Target') ?? ''));

const attributesOf = (words: string): Map<string, string> =>
  new Map(
    [...words.matchAll(/([^\s"'=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [
      name,
      withoutReferences(double ?? single ?? ''),
    ]),
  );
