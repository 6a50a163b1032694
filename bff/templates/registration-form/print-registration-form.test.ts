import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { composeForm } from '../../modules/registration-forms/compose/compose-form.ts';
import { flatText } from '../../platform/pdf/fixtures/pdf-tools.ts';
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

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text.replace(/\s/g, '')) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}
