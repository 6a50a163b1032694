import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../platform/paths.ts';
import { printedPages } from '../../platform/pdf/printed-text.ts';
import { startPdf, stopPdf } from '../../platform/pdf/render.ts';
import { textOutside } from '../../platform/pdf/text-outside.ts';
import { printLabels } from '../address-labels/print-labels.ts';
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

test('an address of one long word, and the longest name, stay on their label', async () => {
  const sheet = sampleOf('address-labels') as Parameters<typeof printLabels>[0];
  const [label] = sheet.labels;
  if (!label) throw new Error('the sample has a label');
  const long = { ...label, address: '我'.repeat(20) + WORD.repeat(2), recipient: 'W'.repeat(30) };
  const pdf = await printLabels({ skip: 0, labels: [long] }, { creationTime: 0 });
  const right = Math.max(...printedPages(pdf).flatMap(({ runs }) => runs.map((run) => run.right)));
  // 4.67 mm before the first label, 99.1 mm of it, less 6 mm inside: points.
  expect(right).toBeLessThan(((4.67 + 99.1 - 6) / 25.4) * 72 + 1);
});
