import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_MS } from '../../contract/dates.ts';
import { issueCertificateFor, type Issued } from '../../test/signing/authority.ts';
import { isDown, stamps, startTimeStampService, type TimeStampService } from '../../test/signing/time-stamp-service.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../clock/clock.ts';
import { isIntact, pdfSignature } from '../pdf/fixtures/pdf-tools.ts';
import { renderSource, startPdf, stopPdf, type RenderedPdf } from '../pdf/render.ts';
import { createFileSigner } from './file-signer.ts';

const SOURCE = '#set text(font: "Tinos", fallback: false)\nwords';
let folder: string;
let tsa: TimeStampService;
let unsigned: RenderedPdf;
let root: Issued, intermediate: Issued, signing: Issued;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lvzheng-own-'));
  tsa = await startTimeStampService();
  await startPdf({ workers: 1 });
  unsigned = await renderSource('certificate', SOURCE, {}, clock.now());
  root = issueCertificateFor(folder, { name: 'root', usage: 'authority', days: 4000 });
  intermediate = issueCertificateFor(folder, { name: 'intermediate', usage: 'authority', by: root, days: 2000 });
  signing = issueCertificateFor(folder, { name: 'signing', usage: 'signer', by: intermediate });
});
afterAll(async () => {
  await stopPdf();
  await tsa.stop();
  await rm(folder, { recursive: true });
});
afterEach(() => {
  releaseClock();
  tsa.answer = stamps;
});

const open = (files: Issued, more: Partial<Parameters<typeof createFileSigner>[0]> = {}) =>
  createFileSigner({ dataDir: folder, associationName: '江海市律师协会', tsaUrl: tsa.url, ...files, ...more });
const chainFile = () => intermediate.certFile;
const trustedFile = () => root.certFile;
const sign = async (signer: Awaited<ReturnType<typeof open>>) =>
  signer.sign(unsigned, { reason: '出具电子证明', signedAt: clock.now() });

describe('a letter is official', () => {
  test('by a certificate whose chain ends in an authority that the operator named, root or intermediate', async () => {
    const official = await open(signing, { chainFile: chainFile(), trustedFile: trustedFile() });
    expect([official.isSandbox, official.fault(), official.certificates[0]?.isTest]).toEqual([false, null, false]);
    const signed = await sign(official);
    expect(isIntact(signed)).toBe(true);
    expect(pdfSignature(signed)).toContain('Signature is Valid');
    expect((await open(signing, { trustedFile: chainFile() })).isSandbox).toBe(false);
  });

  test('and by no other: not named, of a wrong authority, with a gap in its chain', async () => {
    const stranger = issueCertificateFor(folder, { name: 'stranger', usage: 'authority' });
    expect((await open(signing, { chainFile: chainFile() })).isSandbox).toBe(true);
    expect((await open(signing, { trustedFile: trustedFile() })).isSandbox).toBe(true);
    const wrong = { chainFile: chainFile(), trustedFile: stranger.certFile };
    expect((await open(signing, wrong)).isSandbox).toBe(true);
  });

  test('not by one that signed itself, even where it is named itself', async () => {
    const own = issueCertificateFor(folder, { name: 'own', usage: 'signer' });
    const selfMade = issueCertificateFor(folder, { name: 'self-made', usage: 'authority' });
    for (const files of [own, selfMade]) {
      expect((await open(files, { trustedFile: files.certFile })).isSandbox).toBe(true);
    }
  });

  test('not by one below a certificate that is no authority, nor by a namesake of the authority', async () => {
    const pretender = issueCertificateFor(folder, { name: 'pretender', usage: 'pretender', by: root });
    const below = issueCertificateFor(folder, { name: 'below', usage: 'signer', by: pretender });
    expect((await open(below, { chainFile: pretender.certFile, trustedFile: trustedFile() })).isSandbox).toBe(true);
    const elsewhere = await mkdtemp(join(tmpdir(), 'lvzheng-namesake-'));
    const namesake = issueCertificateFor(elsewhere, { name: 'root', usage: 'authority' });
    for (const usage of ['signer', 'unkeyed'] as const) {
      const forged = issueCertificateFor(elsewhere, { name: `forged-${usage}`, usage, by: namesake });
      expect((await open(forged, { trustedFile: trustedFile() })).isSandbox).toBe(true);
      expect((await open(forged, { trustedFile: namesake.certFile })).isSandbox).toBe(false); // control
    }
    await rm(elsewhere, { recursive: true });
  });

  test('not by the test CA of a fresh install, named or not', async () => {
    await createFileSigner({ dataDir: folder, associationName: '江海市律师协会' });
    expect(existsSync(join(folder, 'pki/ca.crt'))).toBe(true);
    const pki = { keyFile: join(folder, 'pki/signer.key'), certFile: join(folder, 'pki/signer.crt') };
    expect((await open(pki, { trustedFile: join(folder, 'pki/ca.crt') })).isSandbox).toBe(true);
  });

  test('only with a time-stamp service', async () => {
    const official = { chainFile: chainFile(), trustedFile: trustedFile() };
    await expect(open(signing, { ...official, tsaUrl: undefined })).rejects.toThrow('TSA_URL');
    expect((await open(signing, { tsaUrl: undefined })).isSandbox).toBe(true);
  });

  test('and carries the authorities up to the root, which may stand in either file', async () => {
    const both = join(folder, 'both.pem');
    writeFileSync(both, readFileSync(root.certFile, 'utf8') + readFileSync(intermediate.certFile, 'utf8'));
    const signed = await sign(await open(signing, { trustedFile: both }));
    const hex = /\/Contents <([0-9a-f]+)>/.exec(signed.toString('latin1'))?.[1] ?? '';
    expect(hex).toContain(new X509Certificate(readFileSync(intermediate.certFile)).raw.toString('hex'));
  });

  test('former certificates are judged by the same rule, and stay ours either way', async () => {
    const own = issueCertificateFor(folder, { name: 'former-own', usage: 'signer' });
    const formerFile = own.certFile;
    const official = await open(signing, { chainFile: chainFile(), trustedFile: trustedFile(), formerFile });
    const [, former] = official.certificates;
    expect([former?.isTest, official.isKnown(former?.fingerprint ?? '')]).toEqual([true, true]);
  });
});

describe('the seal', () => {
  /** A letter that asks for it in the middle of a page. */
  const asking = () => ({ ...unsigned, sealAnchor: { page: 1, x: 300, y: 400 } });
  const sealing = async (signer: Awaited<ReturnType<typeof open>>, seal: 'certificates' | 'finance') =>
    (await signer.sign(asking(), { reason: '出具', signedAt: clock.now(), seal })).includes('/Rect [240.47 340.47');

  test('is drawn on official papers only where it is on file, each for itself, whatever the paper asks for', async () => {
    const official = { chainFile: chainFile(), trustedFile: trustedFile() };
    const none = await open(signing, official);
    expect([none.unsealed('certificates'), none.unsealed('finance')]).toEqual(['未加盖电子印章', '未加盖电子印章']);
    expect([await sealing(none, 'certificates'), await sealing(none, 'finance')]).toEqual([false, false]);
    const one = await open(signing, { ...official, filedSeals: { certificates: '4499000012345' } });
    expect([one.unsealed('certificates'), one.unsealed('finance')]).toEqual([null, '未加盖电子印章']);
    expect([await sealing(one, 'certificates'), await sealing(one, 'finance')]).toEqual([true, false]);
  });

  test('is drawn on tests, where it says 测试 itself', async () => {
    const test = await open(signing, { chainFile: chainFile() });
    expect([test.isSandbox, test.unsealed('certificates')]).toEqual([true, null]);
    expect(await sealing(test, 'certificates')).toBe(true);
  });
});

describe('a certificate that cannot sign is a fault of the signer, and signs nothing', () => {
  test.each([
    ['expired', 401],
    ['not-yet-valid', -3],
  ])('%s', async (fault, days) => {
    const official = await open(signing, { chainFile: chainFile(), trustedFile: trustedFile() });
    expect(official.fault()).toBeNull();
    freezeClock(clock.now() + days * DAY_MS);
    expect(official.fault()).toBe(fault);
    await expect(sign(official)).rejects.toMatchObject({ name: 'SigningUnavailable', fault });
  });

  test('expired when an authority above it has, though it has not itself', async () => {
    const short = issueCertificateFor(folder, { name: 'short', usage: 'authority', by: root, days: 10 });
    const long = issueCertificateFor(folder, { name: 'long', usage: 'signer', by: short });
    const official = await open(long, { chainFile: short.certFile, trustedFile: trustedFile() });
    expect(official.validUntil).toBe(new X509Certificate(readFileSync(short.certFile)).validToDate.getTime());
    freezeClock(clock.now() + 11 * DAY_MS);
    expect([official.fault(), official.isSandbox]).toEqual(['expired', false]);
  });

  test('wrong key, wrong usage', async () => {
    const mixed = { keyFile: root.keyFile, certFile: signing.certFile };
    expect((await open(mixed)).fault()).toBe('wrong-key');
    await expect(sign(await open(mixed))).rejects.toMatchObject({ fault: 'wrong-key' });
    for (const usage of ['server', 'encryption'] as const) {
      const other = issueCertificateFor(folder, { name: usage, usage, by: root });
      expect([usage, (await open(other)).fault()]).toEqual([usage, 'wrong-usage']);
    }
  });

  test('no time stamp: what failed is left alone for half a minute, then asked again', async () => {
    freezeClock(clock.now());
    const official = await open(signing, { chainFile: chainFile(), trustedFile: trustedFile() });
    tsa.answer = isDown;
    await expect(sign(official)).rejects.toMatchObject({ fault: 'time-stamp' });
    const { asked } = tsa;
    await expect(sign(official)).rejects.toMatchObject({ fault: 'time-stamp' });
    expect([official.fault(), tsa.asked]).toEqual(['time-stamp', asked]);
    tsa.answer = stamps;
    advanceClock(30_000);
    expect(official.fault()).toBeNull();
    expect(isIntact(await sign(official))).toBe(true);
  });
});
