import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createDiskStorage } from './disk-storage.ts';
import { isDiskFull } from './disk-full.ts';
import { BUCKET, startS3Server, type S3Server } from './fixtures/s3-server.ts';
import { createS3Storage } from './s3-storage.ts';
import type { Storage } from './storage.ts';

let directory: string;
let server: S3Server;
const stores: Record<'disk' | 's3', Storage | undefined> = { disk: undefined, s3: undefined };

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lvzheng-storage-'));
  server = await startS3Server(join(directory, 's3'));
  stores.disk = createDiskStorage(join(directory, 'files'));
  stores.s3 = createS3Storage(server.options);
});
afterAll(async () => {
  await server.stop();
  await rm(directory, { recursive: true });
});

describe.each(['disk', 's3'] as const)('%s', (name) => {
  const storage = (): Storage => {
    const opened = stores[name];
    if (!opened) throw new Error('not started');
    return opened;
  };

  test('what was put can be got, replaced and deleted', async () => {
    const key = 'certificates/2026/11/7-2611220001.pdf';
    expect(await storage().exists(key)).toBe(false);
    await storage().put(key, Buffer.from('first'));
    await storage().put(key, Buffer.from('second'));
    expect(await storage().exists(key)).toBe(true);
    expect((await storage().get(key)).toString()).toBe('second');
    await storage().delete(key);
    await storage().delete(key);
    expect(await storage().exists(key)).toBe(false);
    await expect(storage().get(key)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('writers of one key at the same time leave one whole file', async () => {
    const versions = Array.from({ length: 20 }, (_, index) => Buffer.alloc(100_000, index));
    await Promise.all(versions.map((bytes) => storage().put('race/file', bytes)));
    const stored = await storage().get('race/file');
    expect(versions.some((bytes) => bytes.equals(stored))).toBe(true);
  });

  test('a stream is stored whole, in any number of parts, and read as one', async () => {
    const block = Buffer.alloc(1_000_000, 'lawyers ');
    for (const blocks of [0, 1, 20]) {
      await storage().putStream('stream/long', Readable.from(Array.from({ length: blocks }, () => block)));
      const whole = Buffer.concat(Array.from({ length: blocks }, () => block));
      expect((await storage().get('stream/long')).equals(whole)).toBe(true);
      expect((await buffer(await storage().read('stream/long'))).equals(whole)).toBe(true);
    }
    await expect(storage().read('stream/none')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('a stream that breaks off leaves what was there before, and no draft', async () => {
    await storage().put('broken/file', Buffer.from('before'));
    async function* breaking() {
      for (let n = 0; n < 12; n++) yield Buffer.alloc(1_000_000, n);
      throw new Error('the source broke');
    }
    await expect(storage().putStream('broken/file', Readable.from(breaking()))).rejects.toThrow('the source broke');
    const gone = Readable.from(breaking());
    const put = storage().putStream('broken/new', gone);
    gone.destroy();
    await expect(put).rejects.toMatchObject({
      code: expect.stringMatching(/^(ABORT_ERR|ERR_STREAM_PREMATURE_CLOSE)$/),
    });
    expect((await storage().get('broken/file')).toString()).toBe('before');
    expect(await storage().exists('broken/new')).toBe(false);
    const found: string[] = [];
    for await (const { key } of storage().list('broken')) found.push(key);
    expect(found).toEqual(['broken/file']);
  });

  test('lists what lies below a folder, and nothing of a folder that only begins alike', async () => {
    for (const key of ['list/b/2', 'list/a', 'list/b/1', 'listed/c']) await storage().put(key, Buffer.from(key));
    const found: string[] = [];
    for await (const { key, size, writtenAt } of storage().list('list')) {
      found.push(key);
      expect(size).toBe(key.length);
      expect(Math.abs(writtenAt - Date.now())).toBeLessThan(60_000);
    }
    expect(found).toEqual(['list/a', 'list/b/1', 'list/b/2']);
    const all: string[] = [];
    for await (const { key } of storage().list()) all.push(key);
    expect(all.filter((key) => key.startsWith('list'))).toEqual(['list/a', 'list/b/1', 'list/b/2', 'listed/c']);
    for await (const file of storage().list('nowhere')) throw new Error(file.key);
  });

  test.each(['', '/etc/passwd', '../secret', 'a/../../b', 'a//b', 'a/', '.hidden', 'a/.b', 'a\\b', 'a\0b', '证明'])(
    'the key %j cannot leave the store',
    async (key) => {
      await expect(storage().put(key, Buffer.from('x'))).rejects.toThrow('not a storage key');
      await expect(storage().get(key)).rejects.toThrow('not a storage key');
      await expect(storage().exists(key)).rejects.toThrow('not a storage key');
      await expect(storage().delete(key)).rejects.toThrow('not a storage key');
    },
  );
});

describe('s3 that refuses', () => {
  test('an unknown key is refused, and that is no missing file', async () => {
    const stranger = createS3Storage({ ...server.options, accessKeyId: 'STRANGER' });
    await expect(stranger.get('race/file')).rejects.toMatchObject({ name: 'InvalidAccessKeyId' });
    await expect(stranger.exists('race/file')).rejects.toThrow();
    // Control: the file is there for who may read it.
    expect(await stores.s3?.exists('race/file')).toBe(true);
  });

  test('a bucket that does not exist is a fault, not an empty store', async () => {
    const lost = createS3Storage({ ...server.options, bucket: `${BUCKET}-lost` });
    await expect(lost.get('race/file')).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(lost.put('race/file', Buffer.from('x'))).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });
});

test('a bucket without room says so as a disk does', async () => {
  const full = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(507, { connection: 'close' }).end());
  });
  await new Promise<void>((resolve) => full.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(full.address() as AddressInfo).port}`;
  const account = { region: 'us-east-1', bucket: BUCKET, accessKeyId: 'a', secretAccessKey: 'b' };
  const error: unknown = await createS3Storage({ endpoint, ...account })
    .put('a/b', Buffer.from('x'))
    .catch((reason: unknown) => reason);
  expect(isDiskFull(error)).toBe(true);
  await new Promise((resolve) => full.close(resolve));
});
