import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import QRCode from 'qrcode';
import { lookAlikes, modulesOf } from './qr-code.ts';

const links = Array.from(
  { length: 100 },
  (_, letter) => `https://zm.example.org/c/${createHash('md5').update(`${letter}`).digest('base64url')}`,
);

test('nothing in a code looks like its fourth mark', () => {
  expect(links.filter((link) => lookAlikes(modulesOf(link)) > 0)).toEqual([]);
});

test('control: in codes as the standard masks them much does', () => {
  const standard = links.map((link) => {
    const bytes = [{ data: Buffer.from(link), mode: 'byte' as const }];
    return lookAlikes(QRCode.create(bytes, { errorCorrectionLevel: 'H' }).modules);
  });
  expect(standard.filter((count) => count > 0).length).toBeGreaterThan(links.length / 2);
});
