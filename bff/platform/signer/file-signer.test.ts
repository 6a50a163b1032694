import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isIntact, pdfFaults, pdfSignature } from '../pdf/fixtures/pdf-tools.ts';
import { renderSource, startPdf, stopPdf, type RenderedPdf } from '../pdf/render.ts';
import { readRecord } from './embedded-record.ts';
import { createFileSigner } from './file-signer.ts';
import type { Signer } from './signer.ts';
import { verifySignature } from './verify-signature.ts';

jest.setTimeout(600_000); // dozens of runs of other programs; a busy machine takes its time

const ASSOCIATION = '江海市律师协会';
const AT = Date.now();
const OPTIONS = { reason: '出具电子证明（编号 2611220001）', signedAt: AT };
const SOURCE = `#set text(font: "Noto Serif SC", fallback: false)
证明 #pagebreak() 附件
#context [#metadata((page: 2, x: 300, y: 400)) <seal>]`;

let dataDir: string;
let signer: Signer;
let unsigned: RenderedPdf;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lvzheng-signer-'));
  await startPdf({ workers: 1 });
  [signer, unsigned] = await Promise.all([
    createFileSigner({ dataDir, associationName: ASSOCIATION }),
    renderSource('certificate', SOURCE, {}, AT),
  ]);
});
afterAll(async () => {
  await stopPdf();
  await rm(dataDir, { recursive: true });
});

test('the signature is valid, covers the whole file and certifies it', async () => {
  const signed = await signer.sign(unsigned, OPTIONS);
  const report = pdfSignature(signed);
  expect(report).toContain('Signature is Valid');
  expect(report).toContain('Total document signed');
  expect(report).toContain('ETSI.CAdES.detached');
  expect(report).toContain('SHA-256');
  expect(signed.toString('latin1')).toMatch(/\/TransformMethod \/DocMDP .*\/P 1 /);
  expect(pdfFaults(signed)).toBe('');
});

test('a record is read out of the signed part as it was given, and the file stays whole', async () => {
  const record = JSON.stringify({ letter: '𠮷林知远 endstream endobj << /Type /LvZhengRecord >>', n: 1 });
  const signed = await signer.sign(unsigned, { ...OPTIONS, record });
  expect(readRecord(signed)).toBe(record);
  expect(pdfSignature(signed)).toContain('Signature is Valid');
  expect(pdfFaults(signed)).toBe('');
  expect(signed.toString('latin1')).toContain('/PieceInfo << /LvZheng ');
  expect(readRecord(await signer.sign(unsigned, OPTIONS))).toBeNull();
  // Control: it is covered by the signature like every other byte.
  const altered = Buffer.from(signed);
  altered[altered.lastIndexOf('/Type /LvZhengRecord') + 60]! ^= 1;
  expect(await verifySignature(altered)).toMatchObject({ isIntact: false });
});

test('certificates of the same name are told apart, and former ones are known where they are named', async () => {
  const other = await mkdtemp(join(tmpdir(), 'lvzheng-former-'));
  try {
    const later = await createFileSigner({ dataDir: other, associationName: ASSOCIATION });
    expect([later.subject, later.fingerprint === signer.fingerprint]).toEqual([signer.subject, false]);
    expect([later.isKnown(later.fingerprint), later.isKnown(signer.fingerprint)]).toEqual([true, false]);
    const formerFile = join(dataDir, 'pki/signer.crt');
    const knowing = await createFileSigner({ dataDir: other, associationName: ASSOCIATION, formerFile });
    expect(knowing.isKnown(signer.fingerprint)).toBe(true);
  } finally {
    await rm(other, { recursive: true });
  }
});

test('the original bytes stay, and with them PDF/A', async () => {
  const signed = await signer.sign(unsigned, OPTIONS);
  expect(signed.subarray(0, unsigned.pdf.length).equals(unsigned.pdf)).toBe(true);
  expect(signed.toString('latin1')).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B</);
});

test('the same arguments give the same bytes, another time does not', async () => {
  const [first, again] = [await signer.sign(unsigned, OPTIONS), await signer.sign(unsigned, OPTIONS)];
  expect(again.equals(first)).toBe(true);
  expect((await signer.sign(unsigned, { ...OPTIONS, signedAt: AT + 1000 })).equals(first)).toBe(false);
});

test('any changed byte of the document shows', async () => {
  const signed = await signer.sign(unsigned, OPTIONS);
  expect(isIntact(signed)).toBe(true); // control
  expect(await verifySignature(signed)).toEqual({
    isIntact: true,
    subject: signer.subject,
    fingerprint: signer.fingerprint,
  });
  const [start, end] = contentsOf(signed);
  const step = Math.floor(signed.length / 60);
  for (let at = 0; at < signed.length; at += step) {
    if (at >= start && at < end) continue;
    expect({ at, intact: isIntact(changed(signed, at)) }).toEqual({ at, intact: false });
    expect({ at, ...(await verifySignature(changed(signed, at))) }).toMatchObject({ at, isIntact: false });
  }
});

test('so does a changed signature value or certificate, and a certificate put in its place', async () => {
  const signed = await signer.sign(unsigned, OPTIONS);
  expect(cadesVerifies(signed)).toBe(true); // control
  const [start, end] = contentsOf(signed);
  const certificate = signed.indexOf(
    new X509Certificate(readFileSync(join(dataDir, 'pki/signer.crt'))).raw.toString('hex'),
  );
  for (const at of [start + 20, certificate + 900, certificate + 1500, end - 500, end - 1]) {
    expect({ at, intact: cadesVerifies(changed(signed, at)) }).toEqual({ at, intact: false });
  }
  for (const at of [start + 20, certificate + 900, end - 500, end - 1]) {
    const seen = await verifySignature(changed(signed, at));
    expect({ at, whole: seen.isIntact && seen.subject === signer.subject }).toEqual({ at, whole: false });
  }
});

test('so does a byte added, and a signature leaves no slack to hide one in', async () => {
  const signed = await signer.sign(unsigned, OPTIONS);
  const longer = Buffer.concat([signed, Buffer.from('\n%')]);
  expect(isIntact(longer)).toBe(false);
  expect(await verifySignature(longer)).toMatchObject({ isIntact: false });
  const der = Buffer.from(signed.toString('latin1', ...contentsOf(signed)), 'hex');
  expect(der.length).toBe(4 + der.readUInt16BE(2)); // 30 82 LLLL …
});

describe('seal', () => {
  const widget = (pdf: Buffer) => /\/Subtype \/Widget.*\/Rect \[([^\]]*)\].*\/P (\d+) 0 R/.exec(pdf.toString('latin1'));

  test('is drawn 42 mm wide around the anchor, as outlines', async () => {
    const signed = await signer.sign(unsigned, OPTIONS);
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = widget(signed)?.[1]?.split(' ').map(Number) ?? [];
    expect([(x1 + x2) / 2, (y1 + y2) / 2]).toEqual([expect.closeTo(300, 1), expect.closeTo(400, 1)]);
    expect(((x2 - x1) / 72) * 25.4).toBeCloseTo(42, 1);
    const added = signed.subarray(unsigned.pdf.length).toString('latin1');
    expect(added.includes('/Resources << /ExtGState')).toBe(true);
    expect(/\/Subtype \/Image/.test(added)).toBe(false);
    expect(redAt(signed, 2)).toBeGreaterThan(500);
    expect(redAt(unsigned.pdf, 2)).toBe(0); // control: the page without it
  });

  test('is left out without an anchor', async () => {
    const signed = await signer.sign({ ...unsigned, sealAnchor: null }, OPTIONS);
    expect(widget(signed)?.[1]).toBe('0.00 0.00 0.00 0.00');
    expect(redAt(signed, 2)).toBe(0);
    expect(isIntact(signed)).toBe(true);
  });

  test('takes names of associations of any usual length', async () => {
    for (const associationName of ['江海市律师协会', '新疆生产建设兵团第一师阿拉尔市律师协会']) {
      const other = await createFileSigner({ dataDir, associationName });
      expect(redAt(await other.sign(unsigned, OPTIONS), 2)).toBeGreaterThan(500);
    }
  });
});

describe('sandbox', () => {
  test('says 测试 in every name and keeps its keys to itself', async () => {
    expect(signer.isSandbox).toBe(true);
    expect(signer.subject).toContain('测试');
    for (const name of ['ca', 'signer']) {
      const { subject, issuer } = new X509Certificate(readFileSync(join(dataDir, `pki/${name}.crt`)));
      expect(subject).toContain('测试');
      expect(issuer).toContain('测试');
      expect(statSync(join(dataDir, `pki/${name}.key`)).mode & 0o777).toBe(0o600);
    }
  });

  test('its certificate chain is one that openssl accepts', () => {
    const output = execFileSync('openssl', [
      'verify',
      '-x509_strict',
      '-CAfile',
      join(dataDir, 'pki/ca.crt'),
      join(dataDir, 'pki/signer.crt'),
    ]);
    expect(output.toString()).toContain('OK');
  });

  test('its authority travels with the file: the chain in it is whole', async () => {
    const signed = await signer.sign(unsigned, OPTIONS);
    const inside = Buffer.from(signed.toString('latin1', ...contentsOf(signed)), 'hex');
    for (const name of ['ca', 'signer']) {
      expect(inside.includes(new X509Certificate(readFileSync(join(dataDir, `pki/${name}.crt`))).raw)).toBe(true);
    }
  });

  test('is made once, also by processes that start together, and kept', async () => {
    const fresh = await mkdtemp(join(tmpdir(), 'lvzheng-signer-'));
    const made = await Promise.all(
      [1, 2, 3].map(() => createFileSigner({ dataDir: fresh, associationName: ASSOCIATION })),
    );
    const later = await createFileSigner({ dataDir: fresh, associationName: ASSOCIATION });
    const signatures = await Promise.all([...made, later].map((each) => each.sign(unsigned, OPTIONS)));
    for (const each of signatures) expect(each.equals(signatures[0] ?? Buffer.alloc(0))).toBe(true);
    expect(await readdir(fresh)).toEqual(['pki']);
    await rm(fresh, { recursive: true });
  });
});

test('does not sign outside the validity of its certificate', async () => {
  const { validToDate } = new X509Certificate(readFileSync(join(dataDir, 'pki/signer.crt')));
  await expect(signer.sign(unsigned, { ...OPTIONS, signedAt: validToDate.getTime() + 1000 })).rejects.toThrow(
    'is valid from',
  );
});

test('a PDF that another program wrote is refused, not signed wrongly', async () => {
  const foreign = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\nstartxref\n9\n%%EOF');
  await expect(signer.sign({ ...unsigned, pdf: foreign }, OPTIONS)).rejects.toThrow('not a PDF of our printer');
  const signed = await signer.sign(unsigned, OPTIONS);
  await expect(signer.sign({ ...unsigned, pdf: signed }, OPTIONS)).rejects.toThrow();
});

/** Where the hexadecimal digits of the signature begin and end. */
function contentsOf(pdf: Buffer): [number, number] {
  const start = pdf.lastIndexOf('/Contents <') + '/Contents <'.length;
  return [start, pdf.indexOf('>', start)];
}

function changed(pdf: Buffer, at: number): Buffer {
  const copy = Buffer.from(pdf);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}

/** openssl's view of the CMS: chain up to the test root, digest, and the hash of the certificate (-cades). */
function cadesVerifies(pdf: Buffer): boolean {
  const [start, end] = contentsOf(pdf);
  writeFileSync(join(dataDir, 'content'), Buffer.concat([pdf.subarray(0, start - 1), pdf.subarray(end + 1)]));
  writeFileSync(join(dataDir, 'signature'), Buffer.from(pdf.toString('latin1', start, end), 'hex'));
  const files = ['-in', 'signature', '-content', 'content', '-CAfile', 'pki/ca.crt', '-out', 'verified'];
  const options = ['-verify', '-cades', '-binary', '-inform', 'DER', '-purpose', 'any', ...files];
  return spawnSync('openssl', ['cms', ...options], { cwd: dataDir }).status === 0;
}

/** Clearly red pixels of one page. */
function redAt(pdf: Buffer, page: number): number {
  const picture = execFileSync('pdftoppm', ['-r', '50', '-f', `${page}`, '-l', `${page}`, '-'], {
    input: pdf,
    maxBuffer: 64 << 20,
  });
  const header = /^P6\s+\d+\s+\d+\s+255\s/.exec(picture.toString('latin1', 0, 64))?.[0].length ?? 0;
  let red = 0;
  for (let at = header; at + 2 < picture.length; at += 3) {
    if ((picture[at] ?? 0) - (picture[at + 1] ?? 0) > 60) red++;
  }
  return red;
}
