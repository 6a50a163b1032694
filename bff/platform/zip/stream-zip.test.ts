import { expect, test } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { streamZip } from './stream-zip.ts';

const settle = async () => {
  for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
};

test('entries are read one after the other, as fast as they are taken, and never all at once', async () => {
  const size = 200_000;
  let read = 0;
  const entry = (n: number) => ({
    name: `${n}.pdf`,
    read: async () => {
      read++;
      return Buffer.alloc(size, n % 250);
    },
  });
  const file = streamZip(Array.from({ length: 300 }, (_, n) => entry(n)));
  await settle();
  expect(read).toBeLessThan(5);
  let bytes = 0;
  let ahead = 0;
  for await (const chunk of file) {
    bytes += (chunk as Buffer).length;
    ahead = Math.max(ahead, read * size - bytes);
  }
  expect(read).toBe(300);
  expect(bytes).toBeGreaterThan(300 * size);
  expect(ahead).toBeLessThan(4 * size);
});

test('names are UTF-8 for every program, contents as they were', async () => {
  const names = ['林知远-14499201010000001-2611220001.pdf', '𠮷野-1-2.pdf'];
  const zip = await buffer(streamZip(names.map((name) => ({ name, read: async () => Buffer.from(name) }))));
  const found: { name: string; isUtf8: boolean }[] = [];
  await new Promise<void>((resolve, reject) => {
    yauzl.fromBuffer(zip, { lazyEntries: false }, (error, archive) => {
      if (error) return reject(error);
      archive.on('entry', (entry: yauzl.Entry) =>
        found.push({ name: entry.fileName, isUtf8: (entry.generalPurposeBitFlag & 0x800) !== 0 }),
      );
      archive.on('end', resolve).on('error', reject);
    });
  });
  expect(found).toEqual(names.map((name) => ({ name, isUtf8: true })));
});

test('an entry that cannot be read breaks the archive instead of leaving it short', async () => {
  const good = { name: 'a.pdf', read: async () => Buffer.from('a') };
  const gone = { name: 'b.pdf', read: async () => Promise.reject(new Error('the file is gone')) };
  await expect(buffer(streamZip([good, gone, good]))).rejects.toThrow('the file is gone');
});
