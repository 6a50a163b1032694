import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import '../../../models.ts';
import { offered } from '../../../contract/form-reading/words.ts';
import type { Row } from '../../../contract/form-reading/fields.ts';
import type { Value } from '../../../contract/forms/language.ts';
import type { ProfileField } from '../../../contract/profile/language.ts';
import { SHIPPED_POLICY } from '../../../contract/profile-fields/policy.ts';
import { profileSection, SECTION_KEYS, type SectionKey } from '../../../contract/profile/profile.ts';
import { longestProfile } from '../../../test/factories/profiles/approved-profile.ts';
import { isFull } from '../../../test/heavy.ts';
import type { ProfileFacts } from '../facts/read-facts.ts';
import { judgeProfile, type Drafts } from './judge-profile.ts';

/** 先算给你看: what a member is told of a draft is what a reviewer finds in what was submitted of it. */

const { sections, given } = longestProfile();
const facts: ProfileFacts = {
  given: { ...given, category: 'practising', licenceNo: '14499201210100017' },
  birthOn: '1985-03-12',
  hasPhoto: true,
  isPhotoByHand: false,
  periods: [{ firmName: '江海晨曦律师事务所', fromOn: '2012-05-06', untilOn: null }],
  seenBefore: { sharedFiles: new Set(), rejected: [] },
  consents: { basic: 'agreed', work: 'agreed', family: 'agreed' },
  fields: {},
  policy: SHIPPED_POLICY,
  prefilled: {},
};

const MOST_ROWS = 4;
/** A value of a field: as long as it may be, another of its codes, turned over, or none. */
function valueOf(field: ProfileField, longest: Value): fc.Arbitrary<Value | undefined> {
  const codes = offered(field.options ?? '').map(({ code }) => code);
  const others: fc.Arbitrary<Value>[] =
    field.kind === 'code' && codes.length > 0
      ? [fc.constantFrom(...codes)]
      : field.kind === 'codes'
        ? [fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 3 })]
        : field.kind === 'flag'
          ? [fc.boolean()]
          : field.kind === 'date'
            ? [fc.constantFrom('1995-09-01', '2003-06-30', '2014-01-31', '2026-01-31')]
            : [];
  return fc.oneof(fc.constant(longest), fc.constant(undefined), ...others);
}

function rowOf(key: SectionKey, row: Row): fc.Arbitrary<Row> {
  const fields = profileSection(key).fields.filter((field) => row.values[field.key] !== undefined);
  const values = fc.record(Object.fromEntries(fields.map((one) => [one.key, valueOf(one, row.values[one.key]!)])));
  return values.map((all) => ({
    ...row,
    values: Object.fromEntries(
      Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value as Value]])),
    ),
  }));
}

const drafts: fc.Arbitrary<Drafts> = fc.record(
  Object.fromEntries(
    SECTION_KEYS.map((key) => {
      const rows = (sections[key]?.rows ?? []).slice(0, MOST_ROWS).map((row) => rowOf(key, row));
      const some = profileSection(key).shape === 'single' ? fc.tuple(...rows) : fc.tuple(...rows).chain(fc.subarray);
      return [key, some.map((all) => ({ rows: all, saidNone: all.length === 0 }))];
    }),
  ),
);

test('a character without a glyph is named where it would be printed, and kept; elsewhere it is nobody’s concern', () => {
  const words = (employer: string, note: string) => {
    const row = { id: 'w', values: { employer, position: '顾问', note } };
    const judged = judgeProfile({ work: { rows: [row], saidNone: false } }, facts).find(({ key }) => key === 'work');
    const found = Object.entries(judged?.faults ?? {}).filter(([, said]) => said.includes('暂不能打印'));
    return { found, employer: judged?.data.rows[0]?.values['employer'] };
  };
  const rare = String.fromCodePoint(0x1_30_00);
  expect(words(`江海${rare}行`, rare)).toEqual({
    found: [['w.employer', `“${rare}”暂不能打印，已为您保留在草稿中，请提交工单`]],
    employer: `江海${rare}行`,
  });
  expect(words('江海𠮷行', '𠮷').found).toEqual([]);
});

test('what is found in a draft is found in what is submitted of it, and nothing else', () => {
  const seen = { doubts: 0, whole: 0 };
  fc.assert(
    fc.property(drafts, (draft) => {
      const judged = judgeProfile(draft, facts);
      const frozen: Drafts = Object.fromEntries(judged.map(({ key, data }) => [key, data]));
      const again = judgeProfile(frozen, facts);
      for (const one of judged) {
        const other = again.find(({ key }) => key === one.key);
        expect([one.key, other?.doubts, other?.data]).toEqual([one.key, one.doubts, one.data]);
        seen.whole += Number(one.isComplete);
        seen.doubts += Object.keys(one.doubts).length;
      }
    }),
    { numRuns: isFull ? 2_000 : 60 },
  );
  // Control: sections were complete, and some of them doubtful.
  expect(seen.whole).toBeGreaterThan(50);
  expect(seen.doubts).toBeGreaterThan(3);
});
