import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flatText, pdfFonts } from './fixtures/pdf-tools.ts';
import { fontFiles } from './fonts.ts';
import { unprintableCharacters } from './glyphs.ts';
import { rareFontsFor, readRareFonts } from './rare-fonts.ts';
import { renderPdf, startPdf, stopPdf } from './render.ts';
import { TemplateError } from './template-error.ts';

const SAMPLE = {
  association: '江海市律师协会',
  title: '证明',
  number: '2611220001',
  tied: true,
  unsealed: null,
  table: null,
  english: null,
  closing: '特此证明。',
  issuedOn: '2026年11月22日',
  roster: null,
  applicantPurpose: null,
  validUntil: null,
  verification: null,
  watermark: null,
  testNotice: null,
};
const print = (words: string) => renderPdf('certificate', { ...SAMPLE, paragraphs: [[words]] }, { creationTime: 0 });

beforeAll(() => startPdf({ workers: 1 }));
afterAll(stopPdf);

test('a rare character is printed by the face that has it, everything else by 宋 as ever', async () => {
  const { pdf } = await print('会员𠮷某、𡃁某、𤧟某、𬭳某');
  expect(flatText(pdf)).toContain('会员𠮷某、𡃁某、𤧟某、𬭳某');
  const faces = pdfFonts(pdf).map(({ name }) => name.slice(7));
  for (const face of ['NotoSerifSC-Regular', 'NotoSerifHK-Regular', 'NotoSerifJP-Regular'])
    expect(faces).toContain(face);
  const usual = pdfFonts((await print('会员某某')).pdf).map(({ name }) => name.slice(7));
  expect(usual.filter((face) => /HK|JP|Hana/.test(face))).toEqual([]);
});

test('the fonts for rare characters are not asked for by a text without one', () => {
  expect(rareFontsFor(JSON.stringify({ names: ['林知远', 'Zoë', '欧阳喆'] }))).toBeNull();
  expect(rareFontsFor('王𠮷')?.families.slice(0, 2)).toEqual(['Noto Serif HK', 'Noto Serif JP']);
});

test('extension B beyond HK and JP is printed where fonts-hanazono is installed, and G by no open font', async () => {
  // scripts/test/system-packages.mjs installs it; it is found by itself.
  expect(flatText((await print('𪚥某、𬱖某')).pdf)).toContain('𪚥某、𬱖某');
  expect(unprintableCharacters('王𪚥𬱖')).toEqual([]);
  await expect(print('𰻝某')).rejects.toThrow(TemplateError);
  expect(unprintableCharacters('王𰻝')).toEqual(['𰻝']);
  // Control: without that folder.
  expect(readRareFonts(null).characters.has('𪚥'.codePointAt(0) ?? 0)).toBe(false);
});

test('every font of a folder is taken, other files are not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lvzheng-fonts-'));
  try {
    copyFileSync(fontFiles.latin, join(folder, 'A.TTF'));
    copyFileSync(fontFiles.latin, join(folder, 'read-me.txt'));
    const { families, folders } = readRareFonts(folder);
    expect(families).toEqual(['Noto Serif HK', 'Noto Serif JP', 'Tinos']);
    expect(folders.at(-1)).toBe(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
