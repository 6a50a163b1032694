import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../platform/paths.ts';
import { flatText, pdfText } from '../../platform/pdf/fixtures/pdf-tools.ts';
import { overlapping } from '../../platform/pdf/fixtures/overlapping.ts';
import { printedPages } from '../../platform/pdf/printed-text.ts';
import { startPdf, stopPdf } from '../../platform/pdf/render.ts';
import { SEAL_SIZE } from '../../platform/signer/seal.ts';
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

test('the date stands where the seal has no words, however long the name of who signs', async () => {
  for (const association of ['江海市律师协会', '内蒙古自治区锡林郭勒盟西乌珠穆沁旗律师协会', '某'.repeat(40)]) {
    const { pdf, sealAnchor } = await print({ association });
    const { x, y } = sealAnchor ?? { x: 0, y: 0 };
    const unit = SEAL_SIZE / 400;
    const runs = printedPages(pdf).flatMap((page) => page.runs);
    const date = runs.filter(
      ({ text, left, bottom }) => /[\d年月日]/.test(text) && left > x - 60 && Math.abs(bottom - y) < 40,
    );
    expect(date.map(({ text }) => text).join('')).toBe(sample.issuedOn);
    for (const { left, right, bottom } of date) {
      // 财务专用章 stands from 64 to 95 of 400 units, the ring's inner edge is 185 units from the middle.
      expect(bottom).toBeGreaterThan(y + (95 - 200) * unit);
      for (const corner of [left, right])
        expect(Math.hypot(corner - x, Math.min(y - bottom, 0))).toBeLessThan(185 * unit);
    }
    expect(overlapping(pdf)).toEqual([]);
  }
});

test('every page says which receipt it is of, and which page', async () => {
  const lines = Array.from({ length: 24 }, (_, n) => ({ what: `第${n + 1}项费用`, amount: '1.00' }));
  const pages = pdfText((await print({ lines })).pdf)
    .split('\f')
    .slice(0, -1);
  expect(pages).toHaveLength(2);
  for (const [at, page] of pages.entries())
    expect(page.replace(/\s/g, '')).toContain(`编号：${sample.number}第${at + 1}页共2页`);
});
