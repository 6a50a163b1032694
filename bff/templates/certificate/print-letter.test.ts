import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import decodeQr from 'jsqr';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../platform/paths.ts';
import { flatText, pdfFonts, pdfText } from '../../platform/pdf/fixtures/pdf-tools.ts';
import { printedPages } from '../../platform/pdf/printed-text.ts';
import { startPdf, stopPdf } from '../../platform/pdf/render.ts';
import { TemplateError } from '../../platform/pdf/template-error.ts';
import { SEAL_SIZE } from '../../platform/signer/seal.ts';
import type { LetterData, Roster } from './letter-data.ts';
import { printLetter } from './print-letter.ts';

jest.setTimeout(600_000); // dozens of runs of other programs; a busy machine takes its time

const sample = JSON.parse(readFileSync(join(root, 'bff/templates/certificate/sample.json'), 'utf8')) as LetterData;
const gb8105 = readFileSync(join(root, 'bff/platform/pdf/fixtures/gb8105.txt'), 'utf8');

/** At 100 dpi, the part of the sample's page where the code stands. */
const QR_CORNER = ['-r', '100', '-x', '80', '-y', '450', '-W', '220', '-H', '350'];

const print = (change: Partial<LetterData>) =>
  printLetter({ ...sample, ...change }, { creationTime: Date.parse('2026-11-22T06:00:00Z') });
const pagesOf = (pdf: Buffer) => pdfText(pdf).split('\f').slice(0, -1);

function rosterOf(count: number): Roster {
  return {
    title: '执业律师名单',
    columns: [
      { label: '序号', width: 'narrow' },
      { label: '姓名', width: 'name' },
      { label: '执业证号', width: 'licence' },
      { label: '首次执业日期', width: 'date' },
    ],
    rows: Array.from({ length: count }, (_, row) => [
      `${row + 1}`,
      '欧阳喆',
      `13201200810${100000 + row}`,
      '2008-03-18',
    ]),
  };
}

beforeAll(() => startPdf({ workers: 1 }));
afterAll(stopPdf);

test('the issued letter says everything, in order, and asks for its seal', async () => {
  const { pdf, pages, sealAnchor } = await print({});
  const text = flatText(pdf);
  expect(text).toContain(`${sample.association}证明编号：2611220001`); // under the title, besides the foot of the page
  const expected = [sample.association, '证明', ...sample.paragraphs, '特此证明。', '编号：2611220001', '第1页共1页'];
  for (const part of expected) expect(text).toContain(part.replace(/\s/g, ''));
  for (const part of ['核验码7QK4M2ZP9XW3H6TB8RVNC5DYJF', '核验网址：https://zm.example.org/verify'])
    expect(text).toContain(part);
  expect(pages).toBe(1);
  expect(sealAnchor).toMatchObject({ page: 1, x: expect.any(Number), y: expect.any(Number) });
  expect(
    pdfFonts(pdf)
      .map(({ name }) => name.slice(7))
      .sort(),
  ).toEqual(['NotoSansSC-Regular', 'NotoSerifSC-Bold', 'NotoSerifSC-Regular', 'Tinos-Regular']);
});

test('the QR code on the page leads to the verification link', async () => {
  const { pdf } = await print({});
  const pixels = portablePixmap(execFileSync('pdftoppm', [...QR_CORNER, '-'], { input: pdf, maxBuffer: 64 << 20 }));
  expect(decodeQr.default(pixels.data, pixels.width, pixels.height)?.data).toBe(sample.verification?.url);
});

test.each(['示样', '样本'] as const)('a %s carries the watermark, but no number, code or seal', async (watermark) => {
  const { pdf, sealAnchor } = await print({ watermark, number: null, verification: null });
  const text = flatText(pdf);
  for (const character of watermark) expect(text).toContain(character);
  expect(text).not.toMatch(/编号|核验/);
  expect(sealAnchor).toBeNull();
});

test('a letter without a seal says so where it would stand, and asks for none', async () => {
  const sealed = await print({});
  expect(sealed.sealAnchor).not.toBeNull();
  expect(flatText(sealed.pdf)).not.toContain('未加盖');
  const { pdf, sealAnchor } = await print({ unsealed: '未加盖电子印章' });
  expect(sealAnchor).toBeNull();
  const { x, y } = sealed.sealAnchor ?? { x: 0, y: 0 };
  const words = printedPages(pdf)[0]?.runs.filter(({ text }) => text === '未加盖电子印章') ?? [];
  expect(words).toHaveLength(1);
  expect(Math.abs((words[0]?.left ?? 0) + (words[0]?.right ?? 0) - 2 * x)).toBeLessThan(4);
  expect(Math.abs((words[0]?.bottom ?? 0) - y)).toBeLessThan(SEAL_SIZE / 2);
});

test('a letter of the test environment says so on every page', async () => {
  const notice = '测试环境签发，不具证明效力';
  const { pdf } = await print({ testNotice: notice, roster: rosterOf(40) });
  const pages = pagesOf(pdf);
  expect(pages).toHaveLength(3);
  for (const page of pages) expect(page).toContain(notice);
});

test('what the applicant filled in stands below signature and seal, in both languages where the letter is', async () => {
  const { pdf, pages } = await print({ applicantPurpose: '「投标」' });
  const text = flatText(pdf);
  expect(text.indexOf('申请人填写，非本会证明内容用途：「投标」')).toBeGreaterThan(text.indexOf('核验网址'));
  expect(pages).toBe(1);
  const english = { association: 'JLA', title: 'Certificate', paragraphs: ['Text.'], issuedOn: '22 November 2026' };
  const both = flatText((await print({ applicantPurpose: '「投标」', english })).pdf);
  expect(both).toContain('Filledinbytheapplicant,notcertifiedbytheAssociation用途Purpose：「投标」');
});

describe('roster', () => {
  test('of 400 lawyers runs over pages with repeated header and page numbers, and ends with 以下空白', async () => {
    const { pdf, pages } = await print({ roster: rosterOf(400) });
    const annex = pagesOf(pdf).slice(1);
    expect(annex).toHaveLength(pages - 1);
    annex.forEach((page, index) => {
      expect(page.match(/首次执业日期/g)).toHaveLength(1);
      expect(page.replace(/\s/g, '')).toContain(`第${index + 2}页共${pages}页`);
    });
    const text = flatText(pdf);
    for (let row = 0; row < 400; row++) expect(text).toContain(`13201200810${100000 + row}`);
    expect(text.match(/（以下空白）/g)).toHaveLength(1);
    expect(annex.at(-1)).toContain('（以下空白）');
  });

  test('never leaves 以下空白, or a row, alone on a page, however many rows there are', async () => {
    for (let count = 26; count <= 36; count++) {
      const last = pagesOf((await print({ roster: rosterOf(count) })).pdf).at(-1) ?? '';
      expect(last).toContain('（以下空白）');
      expect(last.match(/欧阳喆/g)?.length).toBeGreaterThan(2);
    }
  });

  test('of lawyers says on every page whose it is, of which letter, and that it goes on', async () => {
    const { pdf } = await print({ roster: { ...rosterOf(80), firm: '江海衡则律师事务所' } });
    const [first = '', ...more] = pagesOf(pdf).slice(1);
    expect(more.length).toBeGreaterThan(1);
    for (const page of [first, ...more]) {
      expect(page.split('江海衡则律师事务所')).toHaveLength(2);
      expect(page.split('编号：2611220001')).toHaveLength(3);
    }
    expect([first, ...more].map((page) => page.includes('名单（续）'))).toEqual([false, ...more.map(() => true)]);
  });

  test('of something else than lawyers says over every page what it is, and whose', async () => {
    const { pdf } = await print({ roster: { ...rosterOf(60), firm: '林知远', head: '执业经历' } });
    const [first, second] = pagesOf(pdf).slice(1);
    for (const page of [first, second]) expect(page).toContain('林知远');
    expect(first).toContain('执业经历');
    expect(first).not.toContain('（续）');
    expect(second).toContain('执业经历（续）');
    expect(flatText(pdf)).not.toContain('名单（续）');
  });
});

test('the signature is never without the closing sentence, wherever the page ends', async () => {
  const anchors = [];
  for (let lines = 1; lines <= 24; lines++) {
    const paragraphs = Array.from({ length: lines }, () => '本会补充说明如下，以便核对。');
    const { pdf, pages, sealAnchor } = await print({ paragraphs });
    const signed = pagesOf(pdf)[(sealAnchor?.page ?? 0) - 1] ?? '';
    expect(signed).toContain('特此证明。');
    expect(signed).toContain('以便核对'); // nor the closing sentence without the last paragraph
    expect(sealAnchor?.page).toBe(pages);
    anchors.push(pages);
  }
  expect(new Set(anchors)).toEqual(new Set([1, 2])); // control: both cases occurred
});

test('a firm name of 100 characters still makes a letter of one page', async () => {
  const firm = `${'某'.repeat(95)}律师事务所`;
  const paragraphs = sample.paragraphs.map((paragraph) => paragraph.replaceAll('北京大成（江海）律师事务所', firm));
  const { pdf, pages } = await print({ paragraphs });
  expect(flatText(pdf)).toContain(firm);
  expect(pages).toBe(1);
});

test('all 8,105 characters of 通用规范汉字表 are printed and found again', async () => {
  const { pdf } = await print({ paragraphs: [gb8105] });
  const found = new Set(pdfText(pdf).normalize('NFC'));
  expect([...gb8105].filter((character) => !found.has(character))).toEqual([]);
});

test('a character that the fonts lack stops the letter; no empty box', async () => {
  await expect(print({ paragraphs: ['𰻝某某律师'] })).rejects.toThrow(TemplateError);
});

test('what members write is printed as it is', async () => {
  const words = '#read("/etc/passwd") {{7*7}} $x$ *bold* <b>x</b> \\n @ref';
  const roster = { ...rosterOf(1), rows: [['1', words, '$1', '#2']] };
  const { pdf } = await print({ association: '江海*市*', paragraphs: [words], closing: '#特此证明。', roster });
  const text = flatText(pdf);
  for (const literal of ['江海*市*', words.replace(/\s/g, ''), '#特此证明。', '$1', '#2'])
    expect(text).toContain(literal);
});

/** Reads pdftoppm's output (P6, one page) into RGBA. */
function portablePixmap(file: Buffer): { width: number; height: number; data: Uint8ClampedArray } {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 64));
  if (!header) throw new Error('no P6 picture');
  const [width, height] = [Number(header[1]), Number(header[2])];
  const rgb = file.subarray(header[0].length);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) data.set(rgb.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  return { width, height, data };
}
