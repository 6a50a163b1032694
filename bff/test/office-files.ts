import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** About the smallest documents of Word, Excel and WPS, sound and otherwise. */

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const MACRO_WORD = 'application/vnd.ms-word.document.macroEnabled.main+xml';

export const zipOf = (parts: Record<string, string>): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [name, words] of Object.entries(parts)) zip.addBuffer(Buffer.from(words), name);
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream as never);
};

const packageOf = (type: string, part: string, more: Record<string, string>) =>
  zipOf({
    '[Content_Types].xml': `<Types><Override PartName="/${part}" ContentType="${type}"/></Types>`,
    [part]: '<x/>',
    ...more,
  });
export const docx = (more: Record<string, string> = {}) => packageOf(WORD, 'word/document.xml', more);
export const xlsx = (more: Record<string, string> = {}) => packageOf(SHEET, 'xl/workbook.xml', more);
export const docm = () => packageOf(MACRO_WORD, 'word/document.xml', { 'word/vbaProject.bin': 'program' });

const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;

/** A compound file with these streams, in the order given; `words` shorter than 4,096 bytes lie nowhere. */
export function compound(streams: Record<string, Buffer>): Buffer {
  const entries = [entryOf('Root Entry', 5, END, 0)];
  const content: Buffer[] = [];
  let next = 2 + Math.ceil((Object.keys(streams).length + 1) / 4);
  const first = next;
  for (const [name, bytes] of Object.entries(streams)) {
    entries.push(entryOf(name, bytes.length > 0 ? 2 : 1, bytes.length > 0 ? next : END, bytes.length));
    const padded = Buffer.concat([bytes, Buffer.alloc((SECTOR - (bytes.length % SECTOR)) % SECTOR)]);
    content.push(padded);
    next += padded.length / SECTOR;
  }
  while (entries.length % 4 !== 0) entries.push(Buffer.alloc(128));
  const table = Buffer.alloc(SECTOR, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  const directory = entries.length / 4;
  for (let sector = 1; sector <= directory; sector++) {
    table.writeUInt32LE(sector === directory ? END : sector + 1, sector * 4);
  }
  // Sector directory + 1 stands free: what follows is found by its entry alone.
  let at = first;
  for (const bytes of content) {
    for (let left = bytes.length / SECTOR; left > 0; left--, at++) {
      table.writeUInt32LE(left === 1 ? END : at + 1, at * 4);
    }
  }
  const header = Buffer.alloc(SECTOR, 0);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(END, 68);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);
  return Buffer.concat([header, table, ...entries, Buffer.alloc(SECTOR), ...content]);
}

function entryOf(name: string, type: number, start: number, size: number): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 'utf16le');
  entry.writeUInt16LE((name.length + 1) * 2, 64);
  entry[66] = type;
  for (const at of [68, 72, 76]) entry.writeUInt32LE(FREE, at);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(size, 120);
  return entry;
}

/** Records of a workbook's first part: one sheet, of programs or not. */
export function workbook(sheet: 'cells' | 'program'): Buffer {
  const bound = Buffer.alloc(4 + 8);
  bound.writeUInt16LE(0x85, 0);
  bound.writeUInt16LE(8, 2);
  bound[4 + 5] = sheet === 'program' ? 1 : 0;
  return Buffer.concat([bound, Buffer.from([0x0a, 0, 0, 0]), Buffer.alloc(5_000)]);
}
