import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../platform/paths.ts';
import { flatText, pdfText } from '../../platform/pdf/fixtures/pdf-tools.ts';
import { startPdf, stopPdf } from '../../platform/pdf/render.ts';
import type { LetterData } from './letter-data.ts';
import { printLetter } from './print-letter.ts';

jest.setTimeout(600_000); // dozens of runs of other programs; a busy machine takes its time

const sample = JSON.parse(readFileSync(join(root, 'bff/templates/certificate/sample.json'), 'utf8')) as LetterData;
const print = (change: Partial<LetterData>) =>
  printLetter({ ...sample, ...change }, { creationTime: Date.parse('2026-11-22T06:00:00Z') });
const pagesOf = (pdf: Buffer) => pdfText(pdf).split('\f').slice(0, -1);

beforeAll(() => startPdf({ workers: 1 }));
afterAll(stopPdf);

const english: NonNullable<LetterData['english']> = {
  association: 'Jianghai Lawyers Association',
  title: 'Certificate of Standing',
  paragraphs: [
    'This is to certify that Nguyễn Thị O’Brien-Müller (欧阳喆) is a member in good standing.',
    'From 29 February 2024 to the date of this certificate, no disciplinary action has been taken.',
    'This certificate is issued for use in Côte d’Ivoire.',
  ],
  issuedOn: '22 November 2026',
};
const tableOf = (rows: number, after: number): LetterData['table'] => ({
  after,
  columns: [
    { label: '执业机构', width: 'wide' },
    { label: '起始日期', width: 'date' },
  ],
  rows: Array.from({ length: rows }, (_, i) => [`第${i + 1}律师事务所`, '2008.03.18']),
});

describe('a letter in two languages', () => {
  test('says both on one page, Chinese first, and is signed in both', async () => {
    const { pdf, pages } = await print({ english });
    expect(pages).toBe(1);
    const text = flatText(pdf);
    for (const part of [english.association, english.title, ...english.paragraphs, english.issuedOn]) {
      expect(text).toContain(part.replace(/\s/g, ''));
    }
    for (const part of [...sample.paragraphs, '特此证明。']) {
      expect(text.indexOf(part.replace(/\s/g, ''))).toBeLessThan(text.indexOf('Thisistocertify'));
    }
    expect(text.match(/特此证明。/g)).toHaveLength(1);
  });
});

test('whom a foreign bar can ask stands on the same page, and nothing where nothing is set', async () => {
  const contact = {
    signatory: 'Secretary-General',
    address:
      '3/F Legal Services Building, 14 Wenhua Road, Wenhua District, Jianghai 440000, People’s Republic of China',
    email: 'certificates@jianghai-lawyers.example',
    verifying: 'To verify, scan the QR code, or enter the number and the code on this website.',
  };
  const validUntil = { chinese: '2027年5月22日', english: '22 May 2027' };
  const verification = { code: 'V5WSPG4KRN9VNS44', url: 'http://127.0.0.1:7911/c/L8207AHokjKRicZiAkug' };
  const { pdf, pages } = await print({ english: { ...english, ...contact }, validUntil, verification });
  expect(pages).toBe(1);
  // The address is whole where it fits: the label before it takes its room away.
  expect(pdfText(pdf)).toContain('http://127.0.0.1:7911/verify\n');
  const text = flatText(pdf);
  for (const words of [...Object.values(contact), '本证明有效期至2027年5月22日。', 'Valid until 22 May 2027.'])
    expect(text).toContain(words.replace(/\s/g, ''));
  const none = { signatory: '', address: '', email: '', verifying: '' };
  expect(flatText((await print({ english: { ...english, ...none } })).pdf)).not.toMatch(/Address|E-mail|Secretary/);
});

describe('a table in the letter', () => {
  test('stands after its paragraph', async () => {
    const text = flatText((await print({ paragraphs: ['甲段。', '乙段。'], table: tableOf(2, 1) })).pdf);
    expect(text).toMatch(/甲段。.*执业机构.*第1律师事务所.*第2律师事务所.*乙段。.*特此证明。/);
  });

  test.each([1, 5, 10])('of %i rows at the end goes with the signature, however long the text is', async (rows) => {
    for (let lines = 0; lines <= 24; lines += 3) {
      const paragraphs = Array.from({ length: lines + 1 }, (_, i) => `第${i + 1}段。`);
      const { pdf, sealAnchor } = await print({ paragraphs, table: tableOf(rows, paragraphs.length) });
      const pages = pagesOf(pdf).map((page) => page.replace(/\s/g, ''));
      const signed = pages[(sealAnchor?.page ?? 0) - 1] ?? '';
      expect(signed).toContain('第1律师事务所');
      expect(signed).toContain(`第${rows}律师事务所`);
      expect(signed).toContain('特此证明。');
    }
  });
});

test('√ and everything English letters need is in the fonts', async () => {
  const words = '√ é ü ñ ç ø Å ž ễ “quoted” ‘quoted’ – — … &';
  const { pdf } = await print({ english: { ...english, paragraphs: [words] }, paragraphs: ['√'] });
  for (const word of words.split(' ')) expect(flatText(pdf)).toContain(word);
});
