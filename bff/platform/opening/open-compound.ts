import { NotOpened } from './opened.ts';

/** Compound File Binary, MS-CFB: what Word and Excel of before 2007 wrote, and WPS writes as .wps and .et. */
const MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');
export const isCompound = (file: Buffer): boolean => file.subarray(0, MAGIC.length).equals(MAGIC);

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** Sector numbers beyond are marks: free, end of chain. */
const LAST_SECTOR = 0xfffffffa;
/** Streams of fewer bytes lie elsewhere; no workbook is that short. */
const MINI_CUTOFF = 4096;

const PROGRAMS = new Set(['vba', 'macros', '_vba_project', '_vba_project_cur', 'vbaproject', 'xlm', 'mbd macros']);
const PACKED = new Set(['\u0001ole10native', 'package']);
/** A sheet of a workbook, MS-XLS 2.4.28, and the end of the part that lists them. */
const BOUND_SHEET = 0x85;
const MACRO_SHEET = 1;
const END_OF_PART = 0x0a;

interface Entry {
  name: string;
  start: number;
  size: number;
}

/**
 * What a document of WPS is, by the streams in it. Throws NotOpened: for what may run a program, has other files packed
 * into it, asks for a password, is something else, or is broken.
 */
export function openCompound(file: Buffer): 'wps' | 'et' {
  const sectors = new Sectors(file);
  const entries = sectors.entries();
  const has = (name: string) => entries.find((entry) => entry.name === name);
  if (has('encryptedpackage')) throw new NotOpened('password');
  if (entries.some(({ name }) => PROGRAMS.has(name))) throw new NotOpened('macro');
  if (entries.some(({ name }) => PACKED.has(name))) throw new NotOpened('packed');
  const workbook = has('workbook') ?? has('book') ?? has('etworkbook');
  const text = has('worddocument');
  const main = text ?? workbook;
  if (!main || (text && workbook)) throw new NotOpened('office');
  const stream = sectors.read(main);
  if (main === text) return 'wps';
  if (hasMacroSheet(stream)) throw new NotOpened('macro');
  return 'et';
}

/** Sheets of Excel 4 macros are listed among the others, in the first part of the stream. */
function hasMacroSheet(stream: Buffer): boolean {
  for (let at = 0; at + 4 <= stream.length;) {
    const [type, length] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)];
    if (type === END_OF_PART) return false;
    if (type === BOUND_SHEET && length >= 6 && stream[at + 4 + 5] === MACRO_SHEET) return true;
    at += 4 + length;
  }
  return false;
}

/** The file as sectors in chains; every chain is followed no longer than the file has sectors. */
class Sectors {
  readonly #file: Buffer;
  readonly #size: number;
  readonly #count: number;
  readonly #next: readonly Buffer[];

  constructor(file: Buffer) {
    const shift = file.length >= HEADER_BYTES ? file.readUInt16LE(30) : 0;
    if (shift !== 9 && shift !== 12) throw new NotOpened('damaged');
    this.#file = file;
    this.#size = 1 << shift;
    this.#count = Math.ceil((file.length - this.#size) / this.#size);
    this.#next = this.#tables().map((sector) => this.#sector(sector));
  }

  /** Names in lower case of all streams and folders of streams. */
  entries(): Entry[] {
    const directory = this.#chain(this.#file.readUInt32LE(48));
    const found: Entry[] = [];
    for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
      const entry = directory.subarray(at, at + ENTRY_BYTES);
      const bytes = entry.readUInt16LE(64);
      if (entry[66] === 0 || bytes < 2 || bytes > 64) continue;
      const name = entry.toString('utf16le', 0, bytes - 2).toLowerCase();
      found.push({ name, start: entry.readUInt32LE(116), size: entry.readUInt32LE(120) });
    }
    return found;
  }

  /** A whole stream. Throws NotOpened where a part of it is missing. */
  read({ start, size }: Entry): Buffer {
    if (size < MINI_CUTOFF) return Buffer.alloc(0);
    const stream = this.#chain(start);
    if (stream.length < size) throw new NotOpened('damaged');
    return stream.subarray(0, size);
  }

  /** Sectors that hold the table of what follows what: the first 109 in the header, the others in a chain of their own. */
  #tables(): number[] {
    const listed = Array.from({ length: 109 }, (_, index) => this.#file.readUInt32LE(76 + index * 4));
    const last = this.#size / 4 - 1;
    let more = this.#file.readUInt32LE(68);
    for (let steps = 0; more <= LAST_SECTOR; steps++) {
      if (steps > this.#count) throw new NotOpened('damaged');
      const sector = this.#sector(more);
      for (let index = 0; index < last; index++) listed.push(sector.readUInt32LE(index * 4));
      more = sector.readUInt32LE(last * 4);
    }
    const tables = listed.filter((sector) => sector <= LAST_SECTOR);
    if (tables.length > this.#count) throw new NotOpened('damaged');
    return tables;
  }

  #chain(start: number): Buffer {
    const parts: Buffer[] = [];
    const perTable = this.#size / 4;
    for (let sector = start; sector <= LAST_SECTOR;) {
      if (parts.length > this.#count) throw new NotOpened('damaged');
      parts.push(this.#sector(sector));
      const table = this.#next[Math.floor(sector / perTable)];
      if (!table) throw new NotOpened('damaged');
      sector = table.readUInt32LE((sector % perTable) * 4);
    }
    return Buffer.concat(parts);
  }

  #sector(number: number): Buffer {
    const from = (number + 1) * this.#size;
    const sector = this.#file.subarray(from, from + this.#size);
    // The last one may be written short.
    if (sector.length === 0) throw new NotOpened('truncated');
    return sector.length === this.#size ? sector : Buffer.concat([sector, Buffer.alloc(this.#size - sector.length)]);
  }
}
