import { NotOpened, refuseSize } from './opened.ts';
import { orientationOf, tiffOf } from './orientation.ts';

/** Markers of ITU-T T.81, table B.1. */
const SOI = Buffer.from([0xff, 0xd8]);
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
/** DHT, JPG and DAC lie among the frames' markers. */
const NO_FRAME = [0xc4, 0xc8, 0xcc];
const JFIF_BYTES = 14;

/**
 * What is seen of a JPEG, as it was stored, without what is told besides: camera, place, time, thumbnails, comments, and
 * whatever follows its end (the film of a “live” photo). Which way up it is stays. Throws NotOpened.
 */
export function openJpeg(file: Buffer): Buffer {
  const kept: Buffer[] = [];
  let orientation = 1;
  let hasFrame = false;
  let hasScan = false;
  for (const { marker, payload, whole } of segmentsOf(file)) {
    if (isFrame(marker)) {
      if (payload.length < 6) throw new NotOpened('damaged');
      refuseSize(payload.readUInt16BE(3), payload.readUInt16BE(1));
      hasFrame = true;
    }
    if (marker === SOS) {
      if (!hasFrame) throw new NotOpened('damaged');
      hasScan = true;
    }
    if (marker === APP1 && startsWith(payload, 'Exif\0\0')) orientation = orientationOf(payload.subarray(6));
    if (marker === APP0 && startsWith(payload, 'JFIF\0') && payload.length >= JFIF_BYTES) kept.push(jfifOf(payload));
    else if (isSeen(marker, payload)) kept.push(whole);
  }
  if (!hasScan) throw new NotOpened('damaged');
  const turned = orientation === 1 ? [] : [segment(APP1, Buffer.from('Exif\0\0'), tiffOf(orientation))];
  return Buffer.concat([SOI, ...turned, ...kept, Buffer.from([0xff, EOI])]);
}

interface Segment {
  marker: number;
  /** After marker and length. */
  payload: Buffer;
  /** With marker and length; of a scan with its data. */
  whole: Buffer;
}

/** From the first to the end of the picture. Throws NotOpened where there is none. */
function* segmentsOf(file: Buffer): Generator<Segment> {
  let at = SOI.length;
  // What breaks off before its picture begins may be anything that begins like a JPEG.
  let broken: 'damaged' | 'truncated' = 'damaged';
  for (;;) {
    // Strays between two segments are passed over, as those who draw it do; so are any number of 0xFF before a marker.
    at = file.indexOf(0xff, at);
    if (at < 0) throw new NotOpened(broken);
    while (file[at + 1] === 0xff) at++;
    const marker = file[at + 1];
    if (marker === EOI) return;
    if (marker === undefined || at + 4 > file.length) throw new NotOpened(broken);
    const length = file.readUInt16BE(at + 2);
    if (length < 2) throw new NotOpened('damaged');
    let end = at + 2 + length;
    const payload = file.subarray(at + 4, end);
    if (isFrame(marker)) broken = 'truncated';
    if (marker === SOS) end = endOfScan(file, end);
    if (end > file.length) throw new NotOpened(broken);
    yield { marker, payload, whole: file.subarray(at, end) };
    at = end;
  }
}

/** Where the next marker stands: a zero after 0xFF is data, and so are markers of restart. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = from; ; at += 2) {
    at = file.indexOf(0xff, at);
    if (at < 0) throw new NotOpened('truncated');
    const next = file[at + 1];
    if (next === 0xff) at--;
    else if (next !== 0 && !(next !== undefined && next >= 0xd0 && next <= 0xd7)) return at;
  }
}

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.includes(marker);
const startsWith = (payload: Buffer, text: string) => payload.toString('latin1', 0, text.length) === text;

/** Whether the picture would look another way without it: tables, frames, scans, and its colours. */
function isSeen(marker: number, payload: Buffer): boolean {
  if (marker === APP2) return startsWith(payload, 'ICC_PROFILE\0');
  if (marker === APP14) return startsWith(payload, 'Adobe');
  return marker >= 0xc0 && marker <= 0xdf;
}

/** Without its thumbnail. */
function jfifOf(payload: Buffer): Buffer {
  const jfif = Buffer.from(payload.subarray(0, JFIF_BYTES));
  jfif.writeUInt16BE(0, JFIF_BYTES - 2);
  return segment(APP0, jfif);
}

function segment(marker: number, ...parts: Buffer[]): Buffer {
  const payload = Buffer.concat(parts);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([head, payload]);
}
