import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../platform/paths.ts';
import { overlapping } from '../../platform/pdf/fixtures/overlapping.ts';
import { printedPages } from '../../platform/pdf/printed-text.ts';
import { startPdf, stopPdf } from '../../platform/pdf/render.ts';
import { printLabels, type AddressLabel } from './print-labels.ts';

const WORD = 'JIANGHAICITYRAILTRANSITLEGALSERVICEPROCUREMENT2026';
const file = join(root, 'bff/templates/address-labels/sample.json');
const sample = (JSON.parse(readFileSync(file, 'utf8')) as { labels: AddressLabel[] }).labels[0] as AddressLabel;
/** The first label on its sheet: 4.67 mm from the left, 15.15 mm from the top, 99.1 × 38.1 mm, 6 and 4 mm inside. */
const MM = 72 / 25.4;
const INSIDE = { left: 10.67 * MM, right: 97.77 * MM, top: (297 - 19.15) * MM, bottom: (297 - 49.25) * MM };

beforeAll(() => startPdf({ workers: 1 }));
afterAll(stopPdf);

/** As long as each may be. */
const LONGEST: [string, Partial<AddressLabel>][] = [
  ['words without a blank', { address: '我'.repeat(20) + WORD.repeat(2), recipient: 'W'.repeat(30) }],
  ['capitals', { address: 'W'.repeat(120), recipient: 'W'.repeat(30), phone: '+86 0700-88880001-8012' }],
  ['Chinese', { address: '内'.repeat(120), recipient: '蒙'.repeat(30), phone: '+86 0700-88880001-8012' }],
];

test.each(LONGEST)(
  'the longest address, name and sender stay on their label, none over another (%s)',
  async (_, change) => {
    for (const sender of ['江海市律师协会', '会'.repeat(24), '会'.repeat(40)]) {
      const pdf = await printLabels({ skip: 0, labels: [{ ...sample, ...change, sender }] }, { creationTime: 0 });
      expect(overlapping(pdf)).toEqual([]);
      for (const run of printedPages(pdf).flatMap(({ runs }) => runs)) {
        expect(run.left).toBeGreaterThan(INSIDE.left - 1);
        expect(run.right).toBeLessThan(INSIDE.right + 1);
        expect(run.top).toBeLessThan(INSIDE.top + 1);
        expect(run.bottom).toBeGreaterThan(INSIDE.bottom - 1);
      }
    }
  },
);
