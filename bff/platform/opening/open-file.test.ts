import { loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { constants, crc32, deflateRawSync, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { JPEG, PDF, PNG } from '../../test/files.ts';
import { openFile } from './open-file.ts';
import { openPdf } from './open-pdf.ts';

const sample = (name: string) => readFileSync(join(import.meta.dirname, 'samples', name));
const reasonOf = (file: Buffer, name = '') =>
  openFile(file, name).then(
    () => 'opened',
    (error: unknown) => (error as { reason?: string }).reason,
  );

describe('a PDF', () => {
  test.each([
    ['with blank lines before its head', 'lead.pdf'],
    ['between the lines of a mail', 'junk.pdf'],
  ])('%s opens, and is kept as it came', async (_what, name) => {
    const file = sample(name);
    const { kind, bytes } = await openFile(file, name);
    expect({ kind, isSame: bytes.equals(file) }).toEqual({ kind: 'pdf', isSame: true });
  });

  test('filled up with zeros opens', async () => {
    expect(await reasonOf(Buffer.concat([PDF, Buffer.alloc(4000)]))).toBe('opened');
  });

  test.each([
    ['that asks for a password', sample('enc.pdf'), 'password'],
    ['that breaks off', sample('trunc.pdf'), 'truncated'],
    ['of a head alone', Buffer.from('%PDF-1.7\n'), 'truncated'],
    ['of a head and an end', Buffer.from('%PDF-1.7\n%%EOF\n'), 'damaged'],
    ['without pages', Buffer.from(PDF.toString().replace('[3 0 R] /Count 1', '[] /Count 0')), 'no_pages'],
    ['whose page is missing', Buffer.from(PDF.toString().replace('3 0 obj', '9 0 obj')), 'damaged'],
    ['a kilobyte behind something else', Buffer.concat([Buffer.alloc(1025, ' '), PDF]), 'other'],
  ])('%s does not', async (_what, file, reason) => {
    expect(await reasonOf(file)).toBe(reason);
  });

  test('keeps nobody waiting while it opens; one that takes too long is given up, and the next opens', async () => {
    // Without a table of its objects all of them have to be searched.
    const objects = Array.from({ length: 150_000 }, (_, i) => `${i + 10} 0 obj\n<< /N ${i} >>\nendobj\n`);
    const [head, tail] = PDF.toString().split('xref\n0 4') as [string, string];
    const large = Buffer.from(`${head}${objects.join('')}xref\n0 4${tail.replace(/startxref\n\d+/, 'startxref\n1')}`);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    expect(await reasonOf(large)).toBe('opened');
    delay.disable();
    expect(delay.max / 1e6).toBeLessThan(500);
    await expect(openPdf(large, 1)).rejects.toMatchObject({ reason: 'too_slow' });
    expect(await reasonOf(PDF)).toBe('opened');
  });
});

test('a PDF of a megabyte that unpacks to more than a gigabyte is given up for its size, long before its time', async () => {
  const reason = openPdf(unpackingTo(20), 120_000).catch((error: unknown) => (error as { reason?: string }).reason);
  // Whoever reads it to its end finds that there is no catalogue.
  expect(await reason).toBe('too_slow');
  expect(await reasonOf(PDF)).toBe('opened');
}, 120_000);

describe('a photo', () => {
  test('loses place and device, and stands as it stood', async () => {
    const file = sample('exif.jpg');
    const { kind, bytes } = await openFile(file, 'exif.jpg');
    expect(kind).toBe('jpeg');
    // Where it was taken: the directory of GPS, and its degrees of latitude and longitude.
    expect(file.includes(Buffer.from('25880400', 'hex'))).toBe(true);
    expect(bytes.includes(Buffer.from('8825', 'hex'))).toBe(false);
    expect(bytes.includes(Buffer.from('25880400', 'hex'))).toBe(false);
    expect(bytes.toString('latin1').match(/Exif\0\0/g)).toHaveLength(1);
    // Stored lying, shown standing.
    const [before, after] = [await loadImage(file), await loadImage(bytes)];
    expect([before.width, before.height]).toEqual([300, 400]);
    expect([after.width, after.height]).toEqual([300, 400]);
    // The picture itself is not coded anew.
    const scan = (jpeg: Buffer) => jpeg.subarray(jpeg.indexOf(Buffer.from('ffda', 'hex')), jpeg.lastIndexOf(0xd9));
    expect(scan(bytes).equals(scan(file))).toBe(true);
  });

  test('loses comments, other programs’ notes, thumbnails and the film behind it', async () => {
    const note = (marker: number, text: string) =>
      Buffer.concat([Buffer.from([0xff, marker, 0, text.length + 2]), Buffer.from(text, 'latin1')]);
    const notes = [
      note(0xfe, 'remark'),
      note(0xe1, 'http://ns.adobe.com/xap/1.0/\0where'),
      note(0xed, 'Photoshop 3.0\0who'),
    ];
    const file = Buffer.concat([JPEG.subarray(0, 2), ...notes, JPEG.subarray(2), Buffer.from('ftypmp42 film')]);
    expect((await openFile(file, '')).bytes.equals(JPEG)).toBe(true);
  });

  test('of colours of its own keeps them', async () => {
    const profile = Buffer.from('ffe20010' + Buffer.from('ICC_PROFILE\0xx').toString('hex'), 'hex');
    const file = Buffer.concat([JPEG.subarray(0, 20), profile, JPEG.subarray(20)]);
    expect((await openFile(file, '')).bytes.equals(file)).toBe(true);
  });

  test.each([
    ['a page behind its first bytes', sample('html.jpg'), 'damaged'],
    ['a head without a body', JPEG.subarray(0, 20), 'damaged'],
    ['one that breaks off', JPEG.subarray(0, -2), 'truncated'],
    ['one that breaks off before its first line', JPEG.subarray(0, 190), 'truncated'],
    ['one of no height', sized(0, 2), 'damaged'],
    ['one beyond 60 megapixels', sized(8000, 7501), 'too_many_pixels'],
  ])('%s is refused', async (_what, file, reason) => {
    expect(await reasonOf(file)).toBe(reason);
  });

  test('of 60 megapixels is taken', async () => {
    const plain = sharp({ create: { width: 8000, height: 7500, channels: 3, background: '#777' } });
    expect(await reasonOf(await plain.jpeg().toBuffer())).toBe('opened');
  });

  test.each([
    ['from top to bottom', false],
    ['from coarse to fine', true],
  ])('stored %s that was cut off and closed again is refused, whole it is taken', async (_way, progressive) => {
    const whole = await drawn(1200, 900).jpeg({ progressive }).toBuffer();
    const cut = (part: number) =>
      Buffer.concat([whole.subarray(0, Math.floor(whole.length * part)), Buffer.from('ffd9', 'hex')]);
    expect(await reasonOf(whole)).toBe('opened');
    expect(await Promise.all([0.95, 0.5, 0.2].map((part) => reasonOf(cut(part))))).toEqual(
      Array<string>(3).fill('truncated'),
    );
    // The head of one size before the body of another.
    expect(await reasonOf(sized(4000, 3000))).toBe('truncated');
  });
});

describe('a picture without loss', () => {
  test('is kept to the byte when nothing is hidden in it', async () => {
    expect((await openFile(PNG, '')).bytes.equals(PNG)).toBe(true);
  });

  test('loses words, times and what follows its end, and keeps which way up it is', async () => {
    const exif = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex');
    const place = Buffer.concat([exif, Buffer.from('GPS')]);
    const hidden = [
      chunkOf('tEXt', Buffer.from('Author\0who')),
      chunkOf('eXIf', place),
      chunkOf('tIME', Buffer.alloc(7)),
    ];
    const file = Buffer.concat([PNG.subarray(0, 33), ...hidden, PNG.subarray(33), Buffer.from('behind')]);
    const { bytes } = await openFile(file, '');
    const turned = bytes.indexOf('eXIf');
    expect(bytes[turned + 4 + 19]).toBe(6);
    for (const word of ['who', 'GPS', 'tIME', 'behind']) expect(bytes.includes(word)).toBe(false);
    const without = Buffer.concat([bytes.subarray(0, turned - 4), bytes.subarray(turned + 4 + 26 + 4)]);
    expect(without.equals(PNG)).toBe(true);
  });

  test.each([
    ['one that breaks off', PNG.subarray(0, -8), 'truncated'],
    ['one with a changed byte', changed(PNG, 50), 'damaged'],
    ['a head and an end', Buffer.concat([PNG.subarray(0, 33), PNG.subarray(-12)]), 'damaged'],
    ['one with lines too few', shortened(), 'damaged'],
    ['one beyond 60 megapixels', headOf(8000, 7501), 'too_many_pixels'],
  ])('%s is refused', async (_what, file, reason) => {
    expect(await reasonOf(file)).toBe(reason);
  });
});

test.each([
  ['a telephone’s HEIC', Buffer.from('0000001c667479706865696300000000', 'hex'), 'IMG_1.HEIC', 'heic'],
  ['WEBP', Buffer.from('524946461a00000057454250565038', 'hex'), 'a.webp', 'webp'],
  ['a scanner’s TIFF', Buffer.from('49492a000800000000000000', 'hex'), 'a.tif', 'tiff'],
  ['GIF', Buffer.from('GIF89a\u0001\0\u0001\0'), 'a.gif', 'other_picture'],
  ['old Word', Buffer.from('d0cf11e0a1b11ae1' + '00'.repeat(600), 'hex'), 'a.doc', 'office'],
  ['Word', Buffer.from('504b0304' + '00'.repeat(40), 'hex'), '申请.docx', 'office'],
  ['OFD', Buffer.from('504b0304' + '00'.repeat(40), 'hex'), '执照.OFD', 'ofd'],
  ['a page', Buffer.from('<!doctype html>'), 'a.pdf', 'other'],
  ['nothing', Buffer.alloc(0), 'a.jpg', 'empty'],
])('%s is told apart', async (_what, file, name, reason) => {
  expect(await reasonOf(file, name)).toBe(reason);
});

/** Its catalogue is said to stand in a packed stream of so many times 64 MiB of blanks. */
function unpackingTo(times: number): Buffer {
  const blanks = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([Buffer.from('789c', 'hex'), ...Array.from({ length: times }, () => blanks)]);
  const head = Buffer.from('%PDF-1.5\n');
  const streamOf = (number: number, entries: string, data: Buffer) =>
    Buffer.concat([
      Buffer.from(`${number} 0 obj\n<< ${entries} /Length ${data.length} >>\nstream\n`),
      data,
      Buffer.from('\nendstream\nendobj\n'),
    ]);
  const stream = streamOf(2, '/Type /ObjStm /N 1 /First 100000000 /Filter /FlateDecode', packed);
  const at = head.length + stream.length;
  // Of each object: kind, place (or the stream that holds it), index.
  const table = Buffer.from(`000000000000 020000000200 ${place(head.length)} ${place(at)}`.replaceAll(' ', ''), 'hex');
  const tail = Buffer.from(`startxref\n${at}\n%%EOF\n`);
  return Buffer.concat([head, stream, streamOf(3, '/Type /XRef /Size 4 /W [1 4 1] /Root 1 0 R', table), tail]);
}
const place = (offset: number) => `01${offset.toString(16).padStart(8, '0')}00`;

/** A picture with something on it: nothing of it can be left out unseen. */
const drawn = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#777', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  });

/** A square of 8 dots whose data stop after three lines, every check sum right. */
function shortened(): Buffer {
  const head = Buffer.from('00000008000000080800000000', 'hex');
  const lines = deflateSync(Buffer.alloc(3 * 9));
  const whole = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const chunks = [whole('IHDR', head), whole('IDAT', lines), whole('IEND', Buffer.alloc(0))];
  return Buffer.concat([PNG.subarray(0, 8), ...chunks]);
}

function sized(width: number, height: number): Buffer {
  const file = Buffer.from(JPEG);
  const frame = file.indexOf(Buffer.from('ffc0', 'hex'));
  file.writeUInt16BE(height, frame + 5);
  file.writeUInt16BE(width, frame + 7);
  return file;
}

function changed(file: Buffer, at: number): Buffer {
  const copy = Buffer.from(file);
  copy[at]! ^= 1;
  return copy;
}

function headOf(width: number, height: number): Buffer {
  const file = Buffer.from(PNG);
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  return file;
}

/** Its check sum is nobody's concern: what is not seen goes unread. */
function chunkOf(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data, Buffer.alloc(4)]);
}
