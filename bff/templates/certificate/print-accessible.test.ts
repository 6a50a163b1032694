import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../platform/paths.ts';
import { fontFiles } from '../../platform/pdf/fonts.ts';
import { isIntact, pdfFaults } from '../../platform/pdf/fixtures/pdf-tools.ts';
import { startPdf, stopPdf } from '../../platform/pdf/render.ts';
import { createFileSigner } from '../../platform/signer/file-signer.ts';
import type { LetterData } from './letter-data.ts';
import { laidOut, printLetter } from './print-letter.ts';

const folder = join(root, 'bff/templates/certificate');
const sample = JSON.parse(readFileSync(join(folder, 'sample.json'), 'utf8')) as LetterData;
const columns = [
  { label: '序号', width: 'narrow' as const },
  { label: '姓名', width: 'name' as const },
];
const rows = Array.from({ length: 80 }, (_, row) => [`${row + 1}`, '欧阳喆']);
const english = { association: 'JLA', title: 'Certificate', paragraphs: ['Text.'], issuedOn: '22 November 2026' };
const VARIANTS: Record<string, Partial<LetterData>> = {
  plain: {},
  'with a roster': { roster: { title: '名单', firm: '某律师事务所', columns, rows } },
  'with a table, in two languages': { table: { columns, rows: rows.slice(0, 3), after: 1 }, english },
};

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lvzheng-accessible-'));
  await startPdf({ workers: 1 });
});
afterAll(async () => {
  await stopPdf();
  await rm(dataDir, { recursive: true });
});

/** The printer's own check of what a file has to hold for PDF/UA-1: an error, or the file. */
function checked(letter: LetterData, source: string): Buffer {
  const compiler = NodeCompiler.create({
    workspace: join(root, 'bff/templates'),
    fontArgs: [{ fontPaths: Object.values(fontFiles).map((file) => dirname(file)) }],
  });
  const path = join(folder, 'checked.typ');
  compiler.mapShadow(path, Buffer.from(source));
  const { result } = compiler.compile({
    mainFilePath: path,
    inputs: { data: JSON.stringify(laidOut(letter)), rare: '[]' },
  });
  if (!result) throw new Error('the template cannot be compiled');
  try {
    return compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp: 0 });
  } finally {
    compiler.evictCache(0);
  }
}

describe.each(Object.entries(VARIANTS))('a letter %s', (_, change) => {
  test('keeps the rules of PDF/UA-1', () => {
    const source = readFileSync(join(folder, 'certificate.typ'), 'utf8');
    expect(checked({ ...sample, ...change }, source).length).toBeGreaterThan(1000);
    // Control: a picture without words.
    const silent = source.replace(', alt: "核验二维码"', '');
    expect(silent).not.toBe(source);
    expect(() => checked({ ...sample, ...change }, silent)).toThrow(/alt/);
  });

  test('says so when it is signed, shows its title, and has the signature in its structure; PDF/A stays', async () => {
    const signer = await createFileSigner({ dataDir, associationName: '江海市律师协会' });
    const printed = await printLetter({ ...sample, ...change }, { creationTime: Date.now() });
    const signed = await signer.sign(printed, { reason: '出具', signedAt: Date.now() });
    const info = (...what: string[]) => spawnSync('pdfinfo', [...what, '-'], { input: signed, encoding: 'utf8' });
    const metadata = info('-meta').stdout;
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(metadata).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>');
    expect(metadata).toMatch(/<pdfaid:part>2<\/pdfaid:part>/);
    const added = signed.subarray(printed.pdf.length).toString('latin1');
    expect(added).toContain('/DisplayDocTitle true');
    expect(added).toMatch(/\/Tabs \/S/);
    expect(added).toMatch(/\/Subtype \/Widget .*\/StructParent \d+/);
    expect(info('-struct').stdout).toMatch(/Form\n\s+Object \d+ 0\s*$/);
    expect(pdfFaults(signed)).toBe('');
    expect(isIntact(signed)).toBe(true);
    const { stderr } = spawnSync('pdftotext', ['-', '-'], { input: signed, maxBuffer: 64 << 20, encoding: 'utf8' });
    expect(stderr).toBe('');
  });
});
