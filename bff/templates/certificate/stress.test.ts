import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../platform/paths.ts';
import { flatText, pdfText } from '../../platform/pdf/fixtures/pdf-tools.ts';
import { printedPages } from '../../platform/pdf/printed-text.ts';
import { overlapping } from '../../platform/pdf/fixtures/overlapping.ts';
import { startPdf, stopPdf } from '../../platform/pdf/render.ts';
import { SEAL_SIZE } from '../../platform/signer/seal.ts';
import type { LetterData } from './letter-data.ts';
import { printLetter } from './print-letter.ts';

const sample = JSON.parse(readFileSync(join(root, 'bff/templates/certificate/sample.json'), 'utf8')) as LetterData;
const print = (change: Partial<LetterData>) => printLetter({ ...sample, ...change }, { creationTime: 0 });

beforeAll(() => startPdf({ workers: 1 }));
afterAll(stopPdf);

const english = (paragraphs: string[]): NonNullable<LetterData['english']> => ({
  association: 'Jianghai Lawyers Association',
  title: 'Certificate of Standing',
  paragraphs,
  issuedOn: '28 November 2026',
});

describe('what members write is printed whole, inside the margins', () => {
  test.each([
    'JIANGHAICITYRAILTRANSITLEGALSERVICEPROCUREMENT2026',
    'JIANGHAI_CITY_RAIL_TRANSIT_LEGAL_SERVICE_PROCUREMENT_2026_TENDER_DOCUMENTS',
    'https://ggzy.jianghai.gov.cn/jyxx/003001/003001001/20261101/8a9a4b6e1f2d4b7e9c550f7f3f5a2d11.html?projectId=JH2026',
    'W'.repeat(200),
    '1234567890'.repeat(20),
    '一'.repeat(200),
  ])('%s', async (words) => {
    const paragraphs = [`本证明用于${words}项目。`];
    const { pdf } = await print({ applicantPurpose: `「${words}」`, paragraphs, english: english([`For ${words}.`]) });
    expect(flatText(pdf).split(words)).toHaveLength(4);
  });

  test('in the cells of a roster too', async () => {
    const columns = [
      { label: '姓名', width: 'name' as const },
      { label: '执业证号', width: 'licence' as const },
      { label: '执业类别', width: 'wide' as const },
    ];
    const long = [
      '阿不都热西提·买买提艾力·吐尔逊江·阿卜杜拉',
      'W'.repeat(60),
      '某'.repeat(60),
      'Abdurishit Muhammad Tursun',
    ];
    const rows = long.map((name) => [name, '14499201210100017', '公职律师']);
    const { pdf } = await print({ roster: { title: '名单', firm: '某律师事务所', columns, rows } });
    const annex =
      printedPages(pdf)[1]
        ?.runs.map(({ text }) => text.trim())
        .join('') ?? '';
    for (const name of long) expect(annex.replaceAll(' ', '')).toContain(name.replaceAll(' ', ''));
  });
});

test('the seal, the date and the code are never alone on a page of a letter in two languages', async () => {
  const pagesSeen = new Set<number>();
  for (let words = 0; words <= 260; words += 20) {
    const last = `The last paragraph of this letter says something. ${'More words. '.repeat(words / 10)}`;
    const { pdf, pages, sealAnchor } = await print({ english: english([`${'Long text. '.repeat(words)}End.`, last]) });
    const signed = pdfText(pdf).split('\f')[(sealAnchor?.page ?? 0) - 1] ?? '';
    expect(signed).toContain('paragraph of this letter');
    pagesSeen.add(pages);
  }
  expect(pagesSeen.size).toBeGreaterThan(1);
});

/** Up to the forty characters that a name may have. */
const NAMES = ['江海市律师协会', '内蒙古自治区锡林郭勒盟西乌珠穆沁旗律师协会', '某'.repeat(40)];

test.each(NAMES.flatMap((association) => [null, english(['Text.'])].map((both) => [association, both] as const)))(
  'the dates keep clear of the words and the ring of the seal (%s)',
  async (association, both) => {
    const { pdf, sealAnchor } = await print({ association, english: both });
    expect(overlapping(pdf)).toEqual([]);
    const { runs } = printedPages(pdf)[(sealAnchor?.page ?? 0) - 1] ?? { runs: [] };
    const { x, y } = sealAnchor ?? { x: 0, y: 0 };
    const unit = SEAL_SIZE / 400;
    const near = runs.filter(({ left, bottom, top }) => left > 300 && top > y - 90 && bottom < y + 60);
    const english = near.filter(({ text }) => /[A-Z]/.test(text));
    for (const run of english) expect(run.top).toBeLessThan(y - SEAL_SIZE / 2);
    expect(english.length > 0).toBe(both !== null);
    // 电子证明专用章 stands from 64 to 95 of 400 units, the ring's inner edge is 185 units from the middle.
    const digits = near.filter(({ text, top }) => /^[\d年月日]+$/.test(text) && top > y - SEAL_SIZE / 2);
    expect(digits.map(({ text }) => text).join('')).toContain('2026年11月22日');
    for (const { left, right, bottom, top } of digits) {
      expect(bottom).toBeGreaterThan(y + (95 - 200) * unit);
      for (const corner of [left, right])
        expect(Math.hypot(corner - x, Math.min(y - bottom, y - top, 0))).toBeLessThan(185 * unit);
    }
  },
);
