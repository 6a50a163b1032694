import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flatText, isIntact, pdfFaults } from '../pdf/fixtures/pdf-tools.ts';
import { renderSource, startPdf, stopPdf } from '../pdf/render.ts';
import { crossPageSeal } from './cross-page-seal.ts';
import { createFileSigner } from './file-signer.ts';
import { readPdf } from './incremental-update.ts';
import { SEAL_SIZE } from './seal.ts';
import type { Signer } from './signer.ts';

jest.setTimeout(600_000); // dozens of runs of other programs; a busy machine takes its time

const A4 = { width: 595.28, height: 841.89 };
const sheets = (count: number) => Array.from({ length: count }, () => A4);
const DPI = 144;
let dataDir: string;
let signer: Signer;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lvzheng-cross-'));
  await startPdf({ workers: 1 });
  signer = await createFileSigner({ dataDir, associationName: '江海市律师协会' });
});
afterAll(async () => {
  await stopPdf();
  await rm(dataDir, { recursive: true });
});

/** A letter of so many pages, sealed on the first one. */
async function signedLetter(pages: number, words: string) {
  const source = `#set text(font: "Noto Serif SC", fallback: false)
#for page in range(${pages}) [${words} 第#(page + 1)页 #pagebreak(weak: true)]
#context [#metadata((page: 1, x: 200, y: 300)) <seal>]`;
  const unsigned = await renderSource('certificate', source, {}, 0);
  return { unsigned, signed: await signer.sign(unsigned, { reason: '出具', signedAt: Date.now() }) };
}

/** Red (1) or not (0), row by row, in a rectangle of a page in points from the bottom left. */
function redness(pdf: Buffer, page: number, box: { x: number; y: number; width: number; height: number }): number[][] {
  const pixels = (points: number) => Math.round((points * DPI) / 72);
  const top = A4.height - box.y - box.height;
  const sizes = [pixels(box.x), pixels(top), pixels(box.width), pixels(box.height)].map(String);
  const [x = '', y = '', width = '', height = ''] = sizes;
  const part = ['-f', `${page}`, '-l', `${page}`, '-r', `${DPI}`, '-x', x, '-y', y, '-W', width, '-H', height];
  const file = execFileSync('pdftoppm', [...part, '-'], { input: pdf, maxBuffer: 64 << 20 });
  const head = /^P6\s+\d+\s+\d+\s+255\s/.exec(file.toString('latin1', 0, 64))?.[0].length ?? 0;
  const rgb = file.subarray(head);
  return Array.from({ length: Number(height) }, (_, row) =>
    Array.from({ length: Number(width) }, (_, column) => {
      const at = (row * Number(width) + column) * 3;
      return (rgb[at] ?? 0) - (rgb[at + 1] ?? 0) > 60 ? 1 : 0;
    }),
  );
}

/** The pages fanned so that the strips lie side by side. */
function fanned(pages: { pdf: Buffer; page: number }[], y: number): number[][] {
  const width = SEAL_SIZE / pages.length;
  const strips = pages.map(({ pdf, page }) => redness(pdf, page, { x: A4.width - width, y, width, height: SEAL_SIZE }));
  return (strips[0] ?? []).map((_, row) => strips.flatMap((strip) => strip[row] ?? []));
}

/** Which part of the red of both pictures is red in both; a pixel's rounding is let pass. */
function likeness(a: number[][], b: number[][]): number {
  const near = (picture: number[][], row: number, column: number) =>
    [-1, 0, 1].some((down) => [-1, 0, 1].some((right) => picture[row + down]?.[column + right]));
  let [red, both] = [0, 0];
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const)
    one.forEach((line, row) =>
      line.forEach((value, column) => {
        if (!value) return;
        red++;
        if (near(other, row, column)) both++;
      }),
    );
  return red === 0 ? 0 : both / red;
}

describe('the seal across the pages of a letter', () => {
  test.each([2, 3, 5])(
    'of %i pages comes together on their fanned edges, in the file that is signed',
    async (count) => {
      const { signed, unsigned } = await signedLetter(count, '甲');
      const y = crossPageSeal(sheets(count), readPdf(unsigned.pdf).fileId)[0]?.[0]?.seal.y ?? 0;
      const pages = Array.from({ length: count }, (_, index) => ({ pdf: signed, page: index + 1 }));
      const whole = redness(signed, 1, {
        x: 200 - SEAL_SIZE / 2,
        y: 300 - SEAL_SIZE / 2,
        width: SEAL_SIZE,
        height: SEAL_SIZE,
      });
      expect(likeness(fanned(pages, y), whole)).toBeGreaterThan(0.97);
      expect(isIntact(signed)).toBe(true);
      expect(pdfFaults(signed)).toBe('');
      expect(flatText(signed)).toBe(flatText(unsigned.pdf));

      // A page of another letter of as many pages, and pages in another order, do not fit.
      const other = await signedLetter(count, '乙');
      const swapped = pages.with(1, { pdf: other.signed, page: 2 });
      expect(likeness(fanned(swapped, y), whole)).toBeLessThan(0.9);
      expect(likeness(fanned(pages.toReversed(), y), whole)).toBeLessThan(0.9);
    },
  );

  test('is part of what the page draws: without its annotations it is still there', async () => {
    const { signed, unsigned } = await signedLetter(2, '甲');
    const y = crossPageSeal([A4, A4], readPdf(unsigned.pdf).fileId)[0]?.[0]?.seal.y ?? 0;
    const bare = Buffer.from(signed.toString('latin1').replaceAll('/Annots', '/Absent'), 'latin1');
    const pages = [1, 2].map((page) => ({ pdf: bare, page }));
    expect(fanned(pages, y).flat().filter(Boolean).length).toBeGreaterThan(1000);
  });

  test('leaves a letter of one page as it is', async () => {
    const { signed } = await signedLetter(1, '甲');
    expect(signed.toString('latin1')).not.toContain('CrossPageSeal');
    expect(crossPageSeal([A4], 'x')).toEqual([[]]);
  });
});

test.each([6, 9, 14, 200])('no page of %i is without a strip, and neighbours always share a seal', (count) => {
  const slices = crossPageSeal(sheets(count), 'x');
  const heights = slices.map((strips) => strips.map(({ seal }) => seal.y));
  for (let page = 1; page < count; page++)
    expect(heights[page - 1]?.some((y) => heights[page]?.includes(y))).toBe(true);
  for (const strips of slices) {
    expect(strips.length).toBeGreaterThan(0);
    for (const { left, width, seal } of strips) {
      expect(width).toBeGreaterThanOrEqual(SEAL_SIZE / 5 - 0.01);
      expect(left + width).toBeCloseTo(A4.width);
      expect(seal.y).toBeGreaterThan(0);
      expect(seal.y + SEAL_SIZE).toBeLessThan(A4.height);
    }
    const [one, two] = strips;
    if (one && two) expect(Math.abs(one.seal.y - two.seal.y)).toBeGreaterThan(SEAL_SIZE);
  }
});
