/** @jest-environment node */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as pkijs from 'pkijs';
import type { Finding } from '../signatures.ts';
import { smallPdf } from '../../test/small-pdf.ts';
import { findSignatures } from './find-signatures.ts';
import { judgeSignatures } from './judge-signatures.ts';

/** What a forger does in an hour with tools that anybody has, and what the page has to say of each file. */

interface Signer {
  sign(
    pdf: { pdf: Buffer; pages: number; sealAnchor: null },
    options: { reason: string; signedAt: number },
  ): Promise<Buffer>;
  validFrom: number;
  certificates: { fingerprint: string }[];
}
interface ServerSide {
  createFileSigner(options: Record<string, string>): Promise<Signer>;
  appendObjects(pdf: Buffer, objects: Map<number, Buffer>, trailer: string): Buffer;
}
const SIGNER = path.resolve(import.meta.dirname, '../../../bff/platform/signer');
const load = (file: string) => import(path.join(SIGNER, file)) as Promise<ServerSide>;
const { createFileSigner } = await load('file-signer.ts');
const { appendObjects } = await load('incremental-update.ts');

const NAME = '江海市律师协会';
const REASON = '出具电子证明';
let folder: string;
let known: string[];
/** Two letters of ours, one that somebody else has signed under our name, and one that nobody has signed. */
let genuine: Buffer;
let other: Buffer;
let forged: Buffer;
let plain: Buffer;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lvzheng-forger-'));
  const ours = await createFileSigner({ dataDir: file('ours'), associationName: NAME });
  known = ours.certificates.map(({ fingerprint }) => fingerprint);
  const sign = (signer: Signer, pdf: Buffer) =>
    signer.sign({ pdf, pages: 1, sealAnchor: null }, { reason: REASON, signedAt: signer.validFrom });
  plain = smallPdf('Not punished');
  [genuine, other] = [await sign(ours, plain), await sign(ours, smallPdf('Punished'))];
  const own = new X509Certificate(certificateIn(genuine));
  forged = await sign(await twinOf(own), smallPdf('Not punished'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string) => path.join(folder, name);

function signedDataIn(pdf: Buffer): pkijs.SignedData {
  const info = pkijs.ContentInfo.fromBER(findSignatures(pdf)[0]!.cms);
  return new pkijs.SignedData({ schema: info.content as pkijs.SchemaType });
}
function certificateIn(pdf: Buffer): Buffer {
  const [signer] = signedDataIn(pdf).signerInfos;
  const serial = (signer!.sid as pkijs.IssuerAndSerialNumber).serialNumber.valueBlock.valueHexView;
  const found = signedDataIn(pdf).certificates!.find(
    (one) =>
      one instanceof pkijs.Certificate &&
      Buffer.from(one.serialNumber.valueBlock.valueHexView).equals(Buffer.from(serial)),
  );
  return Buffer.from((found as pkijs.Certificate).toSchema().toBER());
}

/** A signer whose authority and certificate have the names and the serial number of ours. */
async function twinOf(own: X509Certificate): Promise<Signer> {
  const subject = (name: string) => `/${name.split('\n').join('/')}`;
  const openssl = (...args: string[]) =>
    execFileSync(
      'openssl',
      [...args, '-utf8'].filter((arg) => args[0] === 'req' || arg !== '-utf8'),
      {
        cwd: folder,
        stdio: 'ignore',
      },
    );
  const key = ['-newkey', 'rsa:2048', '-nodes'];
  openssl('req', '-x509', ...key, '-subj', subject(own.issuer), '-days', '9', '-keyout', 'ca.key', '-out', 'ca.crt');
  openssl('req', ...key, '-subj', subject(own.subject), '-keyout', 'twin.key', '-out', 'twin.csr');
  const by = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-set_serial', `0x${own.serialNumber}`, '-days', '9'];
  openssl('x509', '-req', '-in', 'twin.csr', ...by, '-out', 'twin.crt');
  const [keyFile, certFile, chainFile] = [file('twin.key'), file('twin.crt'), file('ca.crt')];
  return createFileSigner({ dataDir: file('theirs'), associationName: NAME, keyFile, certFile, chainFile });
}

/** `@a` and `@b` stand for the files given. */
function qpdf(options: string[], a: Buffer, b: Buffer = other): Buffer {
  writeFileSync(file('a.pdf'), a);
  writeFileSync(file('b.pdf'), b);
  const names: Record<string, string> = { '@a': file('a.pdf'), '@b': file('b.pdf') };
  // 3: done, with warnings.
  const { status, stderr } = spawnSync('qpdf', [...options.map((one) => names[one] ?? one), file('out.pdf')]);
  if (status !== 0 && status !== 3) throw new Error(`qpdf ended with ${status}: ${stderr.toString()}`);
  return readFileSync(file('out.pdf'));
}

/** Written behind the signed bytes, as editors do. */
const update = (objects: Record<number, string>) =>
  appendObjects(
    genuine,
    new Map(Object.entries(objects).map(([id, body]) => [Number(id), Buffer.from(body)])),
    '/Size 40 /Root 1 0 R',
  );
const stream = (content: string, more = '') => `<< /Length ${content.length} ${more}>>\nstream\n${content}\nendstream`;
const PAGE = '/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >>';
const SAYS = stream('BT /F1 12 Tf 72 720 Td (Praised) Tj ET');
const BOX = '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >>';
const ANNOTATED = {
  3: `<< ${PAGE} /Contents 4 0 R /Annots [30 0 R] >>`,
  30: '<< /Type /Annot /Subtype /FreeText /Rect [60 700 400 740] /F 4 /Contents (Praised) /AP << /N 31 0 R >> >>',
  31: stream('1 g 0 0 400 60 re f BT 0 g /F1 12 Tf 12 20 Td (Praised) Tj ET', BOX),
};

/** The signature with other digits at its end. */
function paddedWith(digits: string): Buffer {
  const { after } = findSignatures(genuine)[0]!.covers!;
  const changed = Buffer.from(genuine);
  changed.write(digits, after - 1 - digits.length, 'latin1');
  return changed;
}

/**
 * What the key has signed are the attributes, not the file: without attributes the same signature is one over bytes that
 * are the attributes. They stand in front, our name on the page behind them is the forger's.
 */
function attributesAsContent(): Buffer {
  const data = signedDataIn(genuine);
  const [info] = data.signerInfos;
  const attributes = Buffer.from(info!.signedAttrs!.encodedValue);
  delete (info as { signedAttrs?: unknown }).signedAttrs;
  const wrapped = new pkijs.ContentInfo({ contentType: pkijs.ContentInfo.SIGNED_DATA, content: data.toSchema(true) });
  const gap = Buffer.from(`<${Buffer.from(wrapped.toSchema().toBER()).toString('hex')}>`);
  const before = attributes.length;
  const range = `\n%/ByteRange [0 ${before} ${before + gap.length} 0]\n`;
  return Buffer.concat([attributes, gap, Buffer.from(range), smallPdf('Praised')]);
}

const SHADOW = { 3: `<< ${PAGE} /Contents 30 0 R >>`, 30: SAYS };
const JUNK = Buffer.from('\n%/ByteRange [0 1 2 3]'.repeat(40));
type Kind = Finding['kind'] | null;

it.each<[what: string, make: () => Buffer, kind: Kind]>([
  ['nothing at all', () => genuine, 'intact'],
  // Behind the signed bytes: the original is in there, and the page shows something else.
  ['a page that was exchanged by an incremental update', () => update(SHADOW), 'appended'],
  ['a note laid over the text', () => update(ANNOTATED), 'appended'],
  [
    'a hidden layer that is shown instead',
    () =>
      update({
        1: '<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [32 0 R] /D << /ON [32 0 R] /OFF [] >> >> >>',
        3: `<< ${PAGE} /Contents [30 0 R] /Properties << /L 32 0 R >> >>`,
        30: SAYS,
        32: '<< /Type /OCG /Name (L) >>',
      }),
    'appended',
  ],
  [
    'a form field with another value',
    () =>
      update({
        1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [30 0 R] /NeedAppearances true >> >>',
        30: '<< /FT /Tx /T (purpose) /V (Praised) /Type /Annot /Subtype /Widget /Rect [60 700 400 740] >>',
      }),
    'appended',
  ],
  ['the catalogue without the signature', () => update({ 1: '<< /Type /Catalog /Pages 2 0 R >>' }), 'appended'],
  ['a second letter of ours behind it', () => Buffer.concat([genuine, other]), 'appended'],
  ['a letter behind it that a namesake signed', () => Buffer.concat([genuine, forged]), 'appended'],
  ['a ZIP behind it', () => Buffer.concat([genuine, Buffer.from('PK\u0003\u0004 … PK\u0005\u0006')]), 'appended'],
  ['a web page behind it', () => Buffer.concat([genuine, Buffer.from('<script>alert(1)</script>')]), 'appended'],
  ['so many byte ranges behind it that ours is not looked at', () => Buffer.concat([genuine, JUNK]), 'appended'],
  // The signed bytes are no longer there.
  ['a web page in front', () => Buffer.concat([Buffer.from('<html><!--'), genuine]), 'changed'],
  ['a ZIP in front', () => Buffer.concat([Buffer.from('PK\u0003\u0004'), genuine]), 'changed'],
  ['a word exchanged in place', () => swapped(genuine, 'Not punished', 'All praised.'), 'changed'],
  ['the reason exchanged in place', () => swapped(genuine, '51FA5177', '5F005177'), 'changed'],
  ['written anew by qpdf', () => qpdf(['--qdf', '--object-streams=disable', '@a'], genuine), 'changed'],
  ['its objects packed', () => qpdf(['--object-streams=generate', '@a'], genuine), 'changed'],
  ['made fit for the web', () => qpdf(['--linearize', '@a'], genuine), 'changed'],
  ['another page laid over it', () => qpdf(['@a', '--overlay', '@b', '--'], genuine), 'changed'],
  ['another page laid under it', () => qpdf(['@a', '--underlay', '@b', '--'], genuine), 'changed'],
  ['the page of another letter inserted', () => qpdf(['@a', '--pages', '@a', '@b', '1', '--'], genuine), 'changed'],
  ['a file attached', () => qpdf(['@a', '--add-attachment', file('b.pdf'), '--'], genuine), 'changed'],
  ['its signature removed and put behind', () => Buffer.concat([plain, signatureOf(genuine)]), 'changed'],
  ['other digits at the end of the signature', () => paddedWith('6576696C'), 'changed'],
  ['the last digits of the signature taken away', () => paddedWith('    '), 'changed'],
  // Never ours.
  ['signed by a namesake, his authority and his serial number those of ours', () => forged, 'foreign'],
  ['a namesake’s letter with ours behind it', () => Buffer.concat([forged, genuine]), 'changed'],
  ['a signature over attributes as if they were the file', attributesAsContent, null],
  ['saved page by page, without any signature', () => qpdf(['--empty', '--pages', '@a', '--'], plain), null],
])('%s', async (_what, make, kind) => {
  const made = make();
  const verdict = await judgeSignatures(Uint8Array.from(made), known);
  expect(verdict?.kind ?? null).toBe(kind);
});

function swapped(pdf: Buffer, from: string, to: string): Buffer {
  const text = pdf.toString('latin1');
  if (!text.includes(from) || from.length !== to.length) throw new Error(`no “${from}”`);
  return Buffer.from(text.replace(from, to), 'latin1');
}
/** The object with the signature's dictionary. */
function signatureOf(pdf: Buffer): Buffer {
  const at = pdf.indexOf('/ByteRange');
  return pdf.subarray(pdf.lastIndexOf(' 0 obj', at) - 3, pdf.indexOf('endobj', at) + 7);
}
