import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../platform/paths.ts';
import { printedPages } from '../../platform/pdf/printed-text.ts';
import { startPdf, stopPdf } from '../../platform/pdf/render.ts';
import { textOutside } from '../../platform/pdf/text-outside.ts';
import { printHandoverSheet, type HandoverSheet } from './print-handover.ts';

const WORD = 'JIANGHAICITYRAILTRANSITLEGALSERVICEPROCUREMENT2026';
const sampleOf = (folder: string) =>
  JSON.parse(readFileSync(join(root, 'bff/templates', folder, 'sample.json'), 'utf8')) as unknown;

beforeAll(() => startPdf({ workers: 1 }));
afterAll(stopPdf);

test('a title of one long word stays in its cell', async () => {
  const sheet = sampleOf('handover') as HandoverSheet;
  const tickets = sheet.tickets.map((ticket) => ({ ...ticket, title: WORD, asker: WORD }));
  const pdf = await printHandoverSheet({ ...sheet, tickets }, { creationTime: 0 });
  expect(textOutside(printedPages(pdf), { x: 56, top: 68, bottom: 62 })).toEqual([]);
});

test('no row is divided: what stands on a page stands there with its number', async () => {
  const sheet = sampleOf('handover') as HandoverSheet;
  const one = sheet.tickets[0] as HandoverSheet['tickets'][number];
  const tickets = Array.from({ length: 40 }, (_, at) => ({
    ...one,
    number: `G26120400${at + 10}`,
    title: '甲乙丙丁'.repeat(20),
  }));
  const pages = printedPages(await printHandoverSheet({ ...sheet, tickets }, { creationTime: 0 }));
  expect(pages.length).toBeGreaterThan(2);
  for (const { runs } of pages) {
    const all = runs.map(({ text }) => text).join('');
    expect((all.match(/甲/g) ?? []).length).toBe(20 * (all.match(/G26120400/g) ?? []).length);
  }
});
