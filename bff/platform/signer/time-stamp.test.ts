import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDown, stamps, startTimeStampService, type TimeStampService } from '../../test/signing/time-stamp-service.ts';
import { isIntact } from '../pdf/fixtures/pdf-tools.ts';
import { renderSource, startPdf, stopPdf } from '../pdf/render.ts';
import { createFileSigner } from './file-signer.ts';
import { timeStampService } from './time-stamp.ts';

const HASH = createHash('sha256').update('a signature').digest();

let service: TimeStampService;
let directory: string;
let url: string;

const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: directory, stdio: 'pipe' });

beforeAll(async () => {
  service = await startTimeStampService();
  ({ folder: directory, url } = service);
  await startPdf({ workers: 1 });
});
afterAll(async () => {
  await stopPdf();
  await service.stop();
});

test('a signature with a time stamp is valid, and openssl agrees with the stamp', async () => {
  service.answer = stamps;
  const signer = await createFileSigner({ dataDir: directory, associationName: '江海市律师协会', tsaUrl: url });
  const source = '#set text(font: "Tinos", fallback: false)\nwords';
  const signed = await signer.sign(await renderSource('certificate', source, {}, Date.now()), {
    reason: '出具电子证明',
    signedAt: Date.now(),
  });
  expect(isIntact(signed)).toBe(true);
  const hex = /\/Contents <([0-9a-f]+)>/.exec(signed.toString('latin1'))?.[1] ?? '';
  await writeFile(join(directory, 'signature'), Buffer.from(hex, 'hex'));
  expect(openssl('asn1parse', '-inform', 'DER', '-in', 'signature').toString()).toContain('id-smime-aa-timeStampToken');
});

test('the token is about our hash', async () => {
  service.answer = stamps;
  await writeFile(join(directory, 'token'), await timeStampService(url)(HASH));
  const check = ['ts', '-verify', '-token_in', '-in', 'token', '-CAfile', 'tsa.crt', '-digest'];
  expect(openssl(...check, HASH.toString('hex')).toString()).toContain('Verification: OK');
  const other = createHash('sha256').update('another signature').digest('hex');
  expect(() => openssl(...check, other)).toThrow(); // control
});

test('a service that is down, refuses, or answers something else is an error', async () => {
  service.answer = isDown;
  await expect(timeStampService(url)(HASH)).rejects.toThrow('answered 503');
  service.answer = () => ({ status: 200, body: Buffer.from('<html>') });
  await expect(timeStampService(url)(HASH)).rejects.toThrow();
  service.answer = () => ({ status: 200, body: Buffer.from('30053003020102', 'hex') }); // PKIStatus rejection
  await expect(timeStampService(url)(HASH)).rejects.toThrow('refused: status 2');
  let earlier: Buffer | null = null;
  service.answer = (body) => ({ status: 200, body: (earlier ??= body) });
  await timeStampService(url)(HASH);
  await expect(timeStampService(url)(HASH)).rejects.toThrow('stamped something else'); // replayed: another nonce
});
