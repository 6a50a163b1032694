import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../platform/paths.ts';
import { overlapping } from '../../platform/pdf/fixtures/overlapping.ts';
import { printedPages } from '../../platform/pdf/printed-text.ts';
import { startPdf, stopPdf } from '../../platform/pdf/render.ts';
import { printActivationLetters } from './print-activation-letters.ts';

type Letters = Parameters<typeof printActivationLetters>[0];
const file = join(root, 'bff/templates/activation-letter/sample.json');
const sample = JSON.parse(readFileSync(file, 'utf8')) as Letters;

beforeAll(() => startPdf({ workers: 1 }));
afterAll(stopPdf);

test('an address is never printed over the letter, however long it is, and every letter is one page', async () => {
  const long = {
    address: '内'.repeat(150),
    firmName: '蒙'.repeat(60),
    recipient: '古'.repeat(30),
    name: '自'.repeat(60),
  };
  const pages = [...sample.pages, ...sample.pages.map((page) => ({ ...page, ...long }))];
  const pdf = await printActivationLetters({ ...sample, association: '会'.repeat(24), pages }, { creationTime: 0 });
  expect(overlapping(pdf)).toEqual([]);
  expect(printedPages(pdf)).toHaveLength(pages.length);
});
