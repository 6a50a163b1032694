/** @jest-environment node */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as asn1js from 'asn1js';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as pkijs from 'pkijs';
import { smallPdf } from '../../test/small-pdf.ts';
import { findSignatures } from './find-signatures.ts';
import { inspect } from './inspect.h5.ts';
import { judgeSignatures } from './judge-signatures.ts';

/** The server's own signer, which the client's types know nothing of. */
interface Signer {
  sign(
    pdf: { pdf: Buffer; pages: number; sealAnchor: null },
    options: { reason: string; signedAt: number },
  ): Promise<Buffer>;
  subject: string;
  validFrom: number;
  certificates: { fingerprint: string }[];
}
interface ServerSide {
  createFileSigner(options: Record<string, string>): Promise<Signer>;
  appendObjects(pdf: Buffer, objects: Map<number, Buffer>, trailer: string): Buffer;
  verifySignature(pdf: Buffer): Promise<{ isIntact: boolean }>;
}
const SIGNER = path.resolve(import.meta.dirname, '../../../bff/platform/signer');
const load = <Name extends keyof ServerSide>(file: string) =>
  import(path.join(SIGNER, file)) as Promise<Pick<ServerSide, Name>>;
const { createFileSigner } = await load<'createFileSigner'>('file-signer.ts');
const { appendObjects } = await load<'appendObjects'>('incremental-update.ts');
const { verifySignature } = await load<'verifySignature'>('verify-signature.ts');

const ASSOCIATION = '江海市律师协会';
const REASON = '出具电子证明';
const AT = Date.now();

let folder: string;
let ours: Signer;
/** Of a forger: another key, every name the same. */
let theirs: Signer;
let known: string[];
let genuine: Buffer;
let forged: Buffer;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lvzheng-judge-'));
  ours = await createFileSigner({ dataDir: path.join(folder, 'ours'), associationName: ASSOCIATION });
  theirs = await createFileSigner({ dataDir: path.join(folder, 'theirs'), associationName: ASSOCIATION });
  known = ours.certificates.map(({ fingerprint }) => fingerprint);
  const options = { reason: REASON, signedAt: AT };
  genuine = await ours.sign({ pdf: smallPdf('Not punished'), pages: 1, sealAnchor: null }, options);
  forged = await theirs.sign({ pdf: smallPdf('Not punished'), pages: 1, sealAnchor: null }, options);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const judge = (pdf: Buffer) => judgeSignatures(Uint8Array.from(pdf), known);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function qpdf(pdf: Buffer, ...options: string[]): Buffer {
  const [from, to] = [path.join(folder, 'from.pdf'), path.join(folder, 'to.pdf')];
  writeFileSync(from, pdf);
  // 3: done, with warnings.
  const { status } = spawnSync('qpdf', [...options, from, to]);
  if (status !== 0 && status !== 3) throw new Error(`qpdf ended with ${status}`);
  return readFileSync(to);
}

/** The same file with other digits in its signature, and with whatever else is changed in what it then covers. */
function withCms(pdf: Buffer, change: (data: pkijs.SignedData) => void, changed = (rest: Buffer) => rest): Buffer {
  const [found] = findSignatures(pdf);
  if (!found?.covers) throw new Error('no signature');
  const info = pkijs.ContentInfo.fromBER(found.cms);
  const data = new pkijs.SignedData({ schema: info.content as pkijs.SchemaType });
  change(data);
  const content: unknown = data.toSchema(true);
  Object.assign(info, { content });
  const hex = Buffer.from(info.toSchema().toBER()).toString('hex');
  const { before, after } = found.covers;
  const [head, tail] = [changed(Buffer.from(pdf.subarray(0, before))), pdf.subarray(after)];
  const end = before + hex.length + 2;
  const range = [0, before, end, tail.length].map((n, i) => String(n).padStart(i === 0 ? 1 : 10, '0')).join(' ');
  const ranged = head.toString('latin1').replace(/\/ByteRange \[[^\]]*\]/, `/ByteRange [${range}]`);
  return Buffer.concat([Buffer.from(ranged, 'latin1'), Buffer.from(`<${hex}>`), tail]);
}

describe('ours', () => {
  it('is the original as it was signed', async () => {
    expect(await judge(genuine)).toEqual({ kind: 'intact', reason: REASON });
  });

  it('says why it was signed: a receipt is one', async () => {
    const options = { reason: '开具缴费收据', signedAt: AT };
    const receipt = await ours.sign({ pdf: smallPdf('Receipt'), pages: 1, sealAnchor: null }, options);
    expect(await judge(receipt)).toEqual({ kind: 'intact', reason: '开具缴费收据' });
  });

  it.each<[string, () => Buffer]>([
    ['a byte', () => Buffer.from('\n')],
    ['fifty megabytes', () => Buffer.alloc(50 * 1024 * 1024, 0x41)],
    ['a file that somebody else has signed', () => forged],
    ['empty byte ranges', () => Buffer.from('/ByteRange '.repeat(8))],
  ])('with %s behind it is an original to which something was added', async (_what, behind) => {
    const added = behind();
    expect(await judge(Buffer.concat([genuine, added]))).toEqual({
      kind: 'appended',
      reason: REASON,
      sha256: sha256(genuine),
      added: added.length,
    });
  });

  it('with another page laid over it is an original to which something was added', async () => {
    const content = 'BT /F1 12 Tf 72 720 Td (Punished) Tj ET';
    const body = Buffer.from(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    const overlaid = appendObjects(genuine, new Map([[4, body]]), '/Size 10 /Root 1 0 R');
    expect(execFileSync('pdftotext', ['-', '-'], { input: overlaid }).toString()).toContain('Punished');
    expect(await judge(overlaid)).toMatchObject({ kind: 'appended', sha256: sha256(genuine) });
  });
});

describe('no longer ours', () => {
  it('with any byte changed', async () => {
    const end = genuine.length;
    for (const at of [20, 200, genuine.indexOf('Not punished'), genuine.indexOf('/Reason') + 20, end - 30, end - 3]) {
      const changed = Buffer.from(genuine);
      changed[at]! ^= 1;
      expect(await judge(changed)).toMatchObject({ kind: 'changed' });
    }
  });

  it('with bytes in front of it, or its end cut off', async () => {
    expect(await judge(Buffer.concat([Buffer.from('%PDF-1.7\n'), genuine]))).toEqual({ kind: 'changed' });
    expect(await judge(genuine.subarray(0, -20))).toEqual({ kind: 'changed' });
  });

  it('with something hidden in the room beside its digits, which no signature covers', async () => {
    const [keyFile, certFile] = [path.join(folder, 'ec.key'), path.join(folder, 'ec.crt')];
    const request = '-x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=EC -days 2';
    execFileSync('openssl', ['req', ...request.split(' '), '-keyout', keyFile, '-out', certFile], { stdio: 'ignore' });
    const ec = await createFileSigner({ dataDir: folder, associationName: ASSOCIATION, keyFile, certFile });
    const fingerprints = ec.certificates.map(({ fingerprint }) => fingerprint);
    const options = { reason: REASON, signedAt: ec.validFrom };
    const signed = await ec.sign({ pdf: smallPdf('Not punished'), pages: 1, sealAnchor: null }, options);
    expect(await judgeSignatures(Uint8Array.from(signed), fingerprints)).toEqual({ kind: 'intact', reason: REASON });
    const { after } = findSignatures(signed)[0]!.covers!;
    const hidden = '>/Evil<>';
    signed.write(hidden, after - hidden.length, 'latin1');
    expect(await judgeSignatures(Uint8Array.from(signed), fingerprints)).toEqual({ kind: 'changed' });
  });

  it('saved anew by another program', async () => {
    expect(await judge(qpdf(genuine, '--object-streams=disable'))).toEqual({ kind: 'changed' });
  });

  it('with the signed text carried along in the signature, over a page that says something else', async () => {
    const [found] = findSignatures(genuine);
    const { before, after } = found!.covers!;
    const signed = Buffer.concat([genuine.subarray(0, before), genuine.subarray(after)]);
    const bringAlong = (data: pkijs.SignedData) => {
      const eContent = new asn1js.OctetString({ valueHex: Uint8Array.from(signed).buffer });
      data.encapContentInfo = new pkijs.EncapsulatedContentInfo({ eContentType: pkijs.id_ContentType_Data, eContent });
    };
    const lies = (head: Buffer) =>
      Buffer.from(head.toString('latin1').replace('Not punished', 'Punished    '), 'latin1');
    const file = withCms(genuine, bringAlong, lies);
    expect(file.toString('latin1')).toContain('Punished    ');
    expect((await judge(file))?.kind).not.toMatch(/intact|appended/);
    expect(await verifySignature(file)).toMatchObject({ isIntact: false });
  });
});

describe('somebody else', () => {
  it('of the same name is told by the certificate', async () => {
    const verdict = await judge(forged);
    expect(verdict).toEqual({ kind: 'foreign', name: ours.subject });
  });

  it('who puts our certificate beside his own is told as well', async () => {
    const [found] = findSignatures(genuine);
    const info = pkijs.ContentInfo.fromBER(found!.cms);
    const { certificates = [] } = new pkijs.SignedData({ schema: info.content as pkijs.SchemaType });
    for (const place of ['unshift', 'push'] as const) {
      const file = withCms(forged, (data) => data.certificates?.[place](...certificates));
      expect((await judge(file))?.kind).not.toMatch(/intact|appended/);
    }
  });

  it('is not asked about where nothing was signed', async () => {
    expect(await judge(smallPdf('2611220001'))).toBeNull();
    expect(await judge(Buffer.from('%PDF-1.7 /ByteRange [0 1 2'))).toBeNull();
  });
});

describe('what is no letter', () => {
  it.each<[string, () => Buffer]>([
    ['encrypted', () => qpdf(smallPdf('secret'), '--encrypt', 'a', 'b', '256', '--')],
    ['changed', () => qpdf(genuine, '--object-streams=generate', '--encrypt', '', 'b', '256', '--')],
    ['unreadable', () => Buffer.from('PK\u0003\u0004 a ZIP')],
    ['unreadable', () => Buffer.alloc(0)],
  ])('is %s', async (kind, file) => {
    expect(await inspect(Uint8Array.from(file()), known)).toEqual({ kind });
  });

  it('does not hold the page up, whatever is repeated in it', async () => {
    const junk = ['/ByteRange [0 1 2 3] ', '/Contents <', '/ByteRange', '/'].map((word) =>
      Buffer.from('%PDF-1.7 ' + word.repeat(Math.floor(20_000_000 / word.length))),
    );
    for (const file of junk) {
      const started = performance.now();
      expect(await judge(file)).toBeNull();
      expect(performance.now() - started).toBeLessThan(10_000);
    }
  });
});
