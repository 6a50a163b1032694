import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { composeForm } from '../../modules/registration-forms/compose/compose-form.ts';
import { flatText } from '../../platform/pdf/fixtures/pdf-tools.ts';
import { overlapping } from '../../platform/pdf/fixtures/overlapping.ts';
import { printedPages } from '../../platform/pdf/printed-text.ts';
import { startPdf, stopPdf } from '../../platform/pdf/render.ts';
import { EMPTY_PROFILE, longestProfile } from '../../test/factories/profiles/approved-profile.ts';
import { printRegistrationForm } from './print-registration-form.ts';

jest.setTimeout(120_000);
beforeAll(() => startPdf({ workers: 1 }));
afterAll(stopPdf);

const AT = Date.parse('2026-11-29T06:00:00Z');
const PAPER = {
  number: 'DJ2611290001',
  photo: null,
  verification: { url: 'http://127.0.0.1:3000/c/AbCdEfGhIjKlMnOpQrStUv', code: '7K3M9QXT2ABCDEFG' },
  unsealed: null,
  testNotice: '测试环境开具，不具证明效力',
};

test('the emptiest file is printed on two pages', async () => {
  const printed = await printRegistrationForm(composeForm(EMPTY_PROFILE, PAPER), { creationTime: AT });
  expect(printed.pages).toBe(2);
  expect(printed.sealAnchor).not.toBeNull();
});

test('without a seal it says so, and asks for none', async () => {
  const form = composeForm(EMPTY_PROFILE, { ...PAPER, unsealed: '未加盖电子印章' });
  const printed = await printRegistrationForm(form, { creationTime: AT });
  expect([printed.sealAnchor, printed.pages]).toEqual([null, 2]);
  expect(flatText(printed.pdf)).toContain('未加盖电子印章');
});

test.each(['usual', 'both'] as const)(
  'the longest legal file (%s) stands in its boxes, and says everything',
  async (copy) => {
    const form = composeForm(longestProfile({ copy }), PAPER);
    const printed = await printRegistrationForm(form, { creationTime: AT });
    // Lines of neighbouring cells are read in turn: every character is counted, and none may be missing.
    const printedOf = countsOf(flatText(printed.pdf));
    const said = [...form.lists.flatMap(({ rows }) => rows.flat()), ...form.below.flat().map(({ value }) => value)];
    const missing = [...countsOf(said.join(''))].filter(
      ([character, count]) => (printedOf.get(character) ?? 0) < count,
    );
    expect(missing).toEqual([]);
  },
);

describe('the name of a list', () => {
  const AWARDS = '获奖情况';
  /** Where 获奖 of 获奖情况, and 以下空白 below the list, stand on each page. */
  const placesOf = async (rows: number) => {
    const form = composeForm(EMPTY_PROFILE, PAPER);
    const full = {
      columns: [
        { label: '奖项', width: 6 },
        { label: '级别', width: 6 },
      ],
      rows: Array.from({ length: rows }, (_, at) => [`第${at}项`, '国家级']),
    };
    const lists = form.lists.map((list) => (list.label === AWARDS ? { ...list, ...full, note: '' } : list));
    const { pdf } = await printRegistrationForm({ ...form, lists }, { creationTime: AT });
    expect(overlapping(pdf)).toEqual([]);
    return printedPages(pdf).flatMap(({ runs }) => {
      const middleOf = (words: string) =>
        runs.filter(({ text }) => text.trim() === words).map(({ top, bottom }) => (top + bottom) / 2);
      const [head, first, last] = [middleOf('奖项'), middleOf('国家级')[0], middleOf('国家级').at(-1)];
      return first === undefined ? [] : [{ names: middleOf('获奖'), head: head[0] ?? 0, first, last: last ?? first }];
    });
  };

  test('stands in the middle of its rows where one page holds them, over no empty cell', async () => {
    const [page, ...more] = await placesOf(6);
    expect(more).toEqual([]);
    expect(page?.names).toHaveLength(1);
    expect(page?.names[0]).toBeLessThan(page?.first ?? 0);
    expect(page?.names[0]).toBeGreaterThan(page?.last ?? 0);
  });

  test('stands at the top of its rows on every page where they go on', async () => {
    const pages = await placesOf(60);
    expect(pages.length).toBeGreaterThan(1);
    for (const { names, head, first } of pages) {
      expect(names).toHaveLength(1);
      expect(names[0]).toBeGreaterThan(first);
      expect(Math.abs((names[0] ?? 0) - head)).toBeLessThan(15);
    }
  });
});

test('a word of capitals that is as long as its cell is divided, and stands in it', async () => {
  const form = composeForm(EMPTY_PROFILE, PAPER);
  for (const letter of ['W', 'M', 'm', '@', 'A'])
    for (let length = 4; length <= 20; length++) {
      const rows = [[letter.repeat(length), letter.repeat(length)]];
      const columns = [
        { label: '窄', width: 2 },
        { label: '宽', width: 10 },
      ];
      // Text that stands outside its cell stops the form.
      const lists = form.lists.slice(0, 1).map((list) => ({ ...list, columns, rows, note: '' }));
      await printRegistrationForm({ ...form, lists }, { creationTime: AT });
    }
});

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text.replace(/\s/g, '')) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}
