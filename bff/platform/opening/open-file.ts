import { fileTypeFromBuffer } from 'file-type';
import { seeWhole } from '../image/see-whole.ts';
import { isCompound, openCompound } from './open-compound.ts';
import { openJpeg } from './open-jpeg.ts';
import { openOffice } from './open-office.ts';
import { isPdf, openPdf } from './open-pdf.ts';
import { openPng } from './open-png.ts';
import { NotOpened, type NotOpenedReason, type OpenedFile } from './opened.ts';

/** What people send besides, by content. */
const OTHERS: Record<string, NotOpenedReason> = {
  'image/heic': 'heic',
  'image/heif': 'heic',
  'image/heic-sequence': 'heic',
  'image/heif-sequence': 'heic',
  'image/avif': 'other_picture',
  'image/webp': 'webp',
  'image/tiff': 'tiff',
  'image/gif': 'other_picture',
  'image/apng': 'other_picture',
  'image/bmp': 'other_picture',
  'image/jxl': 'other_picture',
  'image/jp2': 'other_picture',
  'application/x-cfb': 'office',
  'application/rtf': 'office',
};
/** By name, where the content tells no more than “an archive”. */
const ENDINGS: Record<string, NotOpenedReason> = {
  ofd: 'ofd',
  doc: 'office',
  docx: 'office',
  wps: 'office',
  xls: 'office',
  xlsx: 'office',
  et: 'office',
  ppt: 'office',
  pptx: 'office',
  odt: 'office',
  ods: 'office',
  odp: 'office',
};

/**
 * Opens a file that somebody sent, as those who have to look at it will: a PDF that opens without a password and has
 * pages, or a picture that is whole. What it is follows from its content. Pictures lose what is not seen; a PDF is kept as
 * it came, as it may be signed. Pictures are walked from mark to mark, which keeps out what only begins like one, and then
 * seen whole: data that end before the last line are drawn as grey without a word. Throws NotOpened.
 * @param name told apart by it are only files that are refused
 */
export async function openFile(file: Buffer, name: string): Promise<OpenedFile> {
  if (file.length === 0) throw new NotOpened('empty');
  const type = (await fileTypeFromBuffer(file))?.mime;
  if (type === 'image/jpeg') return seen('jpeg', openJpeg(file));
  if (type === 'image/png') return seen('png', openPng(file));
  if (type === 'application/pdf' || (type === undefined && isPdf(file))) {
    await openPdf(file);
    return { kind: 'pdf', bytes: file };
  }
  throw new NotOpened(
    OTHERS[type ?? ''] ?? ENDINGS[/\.([a-z]{2,4})$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'other',
  );
}

async function seen(kind: 'jpeg' | 'png', bytes: Buffer): Promise<OpenedFile> {
  await seeWhole(bytes);
  return { kind, bytes };
}

/** Older names of what WPS writes too: the same content, which programs open by its ending. */
const OLD_ENDING = /\.(doc|dot|xls|xlt|ppt)$/i;

/**
 * As `openFile`, and besides documents of Word, Excel and WPS: told by their content, kept as they came, and refused when
 * they may run a program or have other files packed into them. Throws NotOpened.
 */
export async function openDocument(file: Buffer, name: string): Promise<OpenedFile> {
  if (file.subarray(0, 2).toString('latin1') === 'PK') return { kind: await openOffice(file), bytes: file };
  if (isCompound(file)) {
    const kind = openCompound(file);
    if (OLD_ENDING.test(name)) throw new NotOpened('old_office');
    return { kind, bytes: file };
  }
  const type = (await fileTypeFromBuffer(file))?.mime ?? '';
  if (ARCHIVES.has(type)) throw new NotOpened('archive');
  return openFile(file, name);
}
const ARCHIVES = new Set([
  'application/x-rar-compressed',
  'application/x-7z-compressed',
  'application/gzip',
  'application/x-tar',
  'application/x-bzip2',
  'application/x-xz',
  'application/zstd',
  'application/vnd.ms-cab-compressed',
]);
