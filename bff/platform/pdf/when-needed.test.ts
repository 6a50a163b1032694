import { afterAll, expect, test } from '@jest/globals';
import { renderSource, startPdfWhenNeeded, stopPdf } from './render.ts';

afterAll(stopPdf);

const SOURCE = '#set page(width: 100pt, height: 100pt)\n#set text(font: "Tinos", fallback: false)\nA';
const print = () => renderSource('certificate', SOURCE, {}, 1_763_000_000_000);

test('an engine that is not meant to start says so; one that is starts with what is printed first, and once', async () => {
  await expect(print()).rejects.toThrow('startPdf was not called');
  startPdfWhenNeeded({ workers: 1 });
  const both = await Promise.all([print(), print()]);
  expect(both.map(({ pages }) => pages)).toEqual([1, 1]);
  await stopPdf();
  await expect(print()).rejects.toThrow('startPdf was not called');
}, 60_000);
