import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../platform/paths.ts';
import { flatText, pdfText } from '../../platform/pdf/fixtures/pdf-tools.ts';
import { startPdf, stopPdf } from '../../platform/pdf/render.ts';
import { printReceipt, type ReceiptData } from './print-receipt.ts';

const sample = JSON.parse(readFileSync(join(root, 'bff/templates/receipt/sample.json'), 'utf8')) as ReceiptData;
const print = (change: Partial<ReceiptData>) => printReceipt({ ...sample, ...change }, { creationTime: 0 });

beforeAll(() => startPdf({ workers: 1 }));
afterAll(stopPdf);

test('what is paid for is printed whole, inside its cell, however long its words are', async () => {
  const word = 'JIANGHAICITYRAILTRANSITLEGALSERVICEPROCUREMENT2026'.repeat(2);
  const long = `${'江海衡则清鸣'.repeat(14)}律师事务所`;
  const lines = [
    { what: word, amount: '1,234,567.00' },
    { what: `${long}（第12期）报名费`, amount: '0.01' },
  ];
  // Text that stands outside its cell stops the file.
  const { pdf } = await print({ payer: `${long}${word}`, about: { label: '活动', value: word }, lines });
  // Lines of neighbouring cells are read in turn: letters are counted.
  const letters = (text: string) => text.match(/[A-Z]/g)?.length ?? 0;
  expect(letters(flatText(pdf))).toBeGreaterThanOrEqual(3 * letters(word));
});

test('the seal, the date and the code are never alone on a page: the sum stands with them', async () => {
  const pagesSeen = new Set<number>();
  for (let count = 1; count <= 22; count += 3) {
    const lines = Array.from({ length: count }, (_, n) => ({ what: `第${n + 1}项费用`, amount: '1.00' }));
    const { pdf, pages, sealAnchor } = await print({ lines });
    const signed = (pdfText(pdf).split('\f')[(sealAnchor?.page ?? 0) - 1] ?? '').replace(/\s/g, '');
    for (const words of ['叁拾伍元整', '核验码', '开具之后有无退款']) expect(signed).toContain(words);
    pagesSeen.add(pages);
  }
  expect(pagesSeen).toEqual(new Set([1, 2])); // control: both cases occurred
});
