import { crc32 } from 'node:zlib';
import { NotOpened, refuseSize } from './opened.ts';
import { orientationOf, tiffOf } from './orientation.ts';

const SIGNATURE_BYTES = 8;
/** Length, type and check sum. */
const FRAME_BYTES = 12;
/** What the picture would look another way without: the rest are words, times, places and other pictures. */
const SEEN = ['IHDR', 'PLTE', 'IDAT', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs'];

/**
 * What is seen of a PNG, as it was stored, without texts, times and places, and whatever follows its end. Which way up it
 * is stays. Throws NotOpened.
 */
export function openPng(file: Buffer): Buffer {
  const kept = [file.subarray(0, SIGNATURE_BYTES)];
  let orientation = 1;
  let hasData = false;
  for (const { type, data, whole } of chunksOf(file)) {
    // The first is the head, or it is no PNG.
    if (kept.length === 1) {
      if (type !== 'IHDR' || data.length < 13) throw new NotOpened('damaged');
      refuseSize(data.readUInt32BE(0), data.readUInt32BE(4));
    }
    if (type === 'IDAT') hasData = true;
    if (type === 'eXIf') orientation = orientationOf(data);
    if (!SEEN.includes(type)) continue;
    if (crc32(whole.subarray(4, -4)) !== whole.readUInt32BE(whole.length - 4)) throw new NotOpened('damaged');
    kept.push(whole);
  }
  if (!hasData) throw new NotOpened('damaged');
  // After the head: it must stand before the data.
  if (orientation !== 1) kept.splice(2, 0, chunk('eXIf', tiffOf(orientation)));
  return Buffer.concat([...kept, chunk('IEND', Buffer.alloc(0))]);
}

/** Those before the end of the picture. Throws NotOpened where there is none. */
function* chunksOf(file: Buffer): Generator<{ type: string; data: Buffer; whole: Buffer }> {
  for (let at = SIGNATURE_BYTES; ;) {
    if (at + FRAME_BYTES > file.length) throw new NotOpened('truncated');
    const end = at + FRAME_BYTES + file.readUInt32BE(at);
    if (end > file.length) throw new NotOpened('truncated');
    const type = file.toString('latin1', at + 4, at + 8);
    if (type === 'IEND') return;
    yield { type, data: file.subarray(at + 8, end - 4), whole: file.subarray(at, end) };
    at = end;
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
