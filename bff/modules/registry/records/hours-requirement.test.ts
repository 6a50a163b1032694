import { beforeAll, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import { z } from 'zod';
import { LAWYER_CATEGORIES, type LawyerCategory } from '../../../contract/registry/enums.ts';
import { hoursRequirement, hoursRequirements } from '../../../contract/hours-requirements/schemas.ts';
import { requirementInWords } from '../../../contract/hours-requirements/words.ts';
import { select } from '../../../platform/db/database.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeLawyer } from '../../../test/factories/registry.ts';
import { Lawyer } from '../model.ts';
import { requiredOf, requiredSql, requirementOf, tenthsOf } from './hours-requirement.ts';

useDatabase();
/** As Dongguan asks: half of who is licensed in the last two months; of offices of companies fewer. */
const ONE = {
  from: 2027,
  total: 40,
  ethics: 12,
  ethicsOnsite: 4,
  business: 20,
  newlySince: '11-01',
  newlyPercent: 50,
  government: null,
  company: 24,
  legalAid: 0,
};
const asked = (category: LawyerCategory, firstPractisedOn: string) =>
  requiredOf(ONE, { category, firstPractisedOn }, 2027);

describe('what a year asks of a lawyer', () => {
  test('all of it, with its parts, and nothing to explain', () => {
    expect(asked('practising', '2015-06-01')).toEqual({
      totalTenths: 400,
      parts: [
        { kind: 'ethics', tenths: 120, onsiteTenths: 40 },
        { kind: 'business', tenths: 200, onsiteTenths: 0 },
      ],
      why: '',
    });
  });

  test.each([
    ['2027-10-31', 400, 120],
    ['2027-11-01', 200, 60],
    ['2027-12-31', 200, 60],
    ['2028-01-01', 0, 0],
  ])('who was first licensed on %s: %s, of which %s', (day, total, ethics) => {
    const required = asked('practising', day);
    expect([required.totalTenths, required.parts[0]?.tenths ?? 0]).toEqual([total, ethics]);
  });

  test('the sentence says which bracket it is', () => {
    expect(asked('company', '2027-11-05').why).toBe(
      '公司律师每年应修24学时；您于2027-11-01或以后首次执业，当年按50%计',
    );
    expect(asked('company', '2027-11-05')).toMatchObject({
      totalTenths: 120,
      parts: [{ tenths: 36, onsiteTenths: 12 }, { tenths: 60 }],
    });
    expect(asked('legal_aid', '2015-06-01')).toMatchObject({ totalTenths: 0, parts: [] });
  });

  test('the latest that has begun counts; before the first the number of the settings', () => {
    const settings = { hoursRequirements: [ONE, { ...ONE, from: 2030, total: 50 }], yearlyHours: 30 };
    expect([2026, 2027, 2029, 2030, 2035].map((year) => requirementOf(settings, year).total)).toEqual([
      30, 40, 40, 50, 50,
    ]);
    expect(requirementOf(settings, 2026)).toMatchObject({ ethics: 0, newlySince: '' });
  });
});

describe('lists are narrowed by the same', () => {
  const DAYS = ['2015-06-01', '2027-10-31', '2027-11-01', '2027-12-31', '2028-01-01'];
  const row = z.strictObject({ id: z.int(), tenths: z.coerce.number() });
  const lawyers: { id: number; category: LawyerCategory; firstPractisedOn: string }[] = [];
  beforeAll(async () => {
    for (const category of Object.keys(LAWYER_CATEGORIES) as LawyerCategory[]) {
      for (const firstPractisedOn of DAYS) {
        const { id } = await makeLawyer();
        await Lawyer.update({ category, firstPractisedOn }, { where: { id } });
        lawyers.push({ id, category, firstPractisedOn });
      }
    }
  });

  test.each(['total', 'ethics', 'ethicsOnsite', 'business'] as const)('%s, of every category and day', async (kind) => {
    const { sql, values } = requiredSql(ONE, 2027, kind);
    const rows = await select(row, `SELECT l.id, ${sql} AS tenths FROM lawyers l`, values);
    for (const { id, ...lawyer } of lawyers) {
      const expected = tenthsOf(requiredOf(ONE, lawyer, 2027), kind);
      expect({ ...lawyer, tenths: rows.find((one) => one.id === id)?.tenths }).toEqual({ ...lawyer, tenths: expected });
    }
  });
});

describe('what staff enter', () => {
  test.each([
    [{ ...ONE, ethics: 30 }, '之和不能超过应修学时'],
    [{ ...ONE, ethicsOnsite: 13 }, '其中现场学时不能超过'],
    [{ ...ONE, newlySince: '02-30' }, '月-日'],
    [{ ...ONE, newlySince: '13-01' }, '月-日'],
    [{ ...ONE, newlyPercent: 120 }, '0至100'],
    [{ ...ONE, total: 40.5 }, '整数'],
    [{ ...ONE, company: -1 }, '公司律师应修学时'],
  ])('%j is refused', (value, words) => {
    expect(hoursRequirement.safeParse(value).error?.issues[0]?.message).toContain(words);
  });

  test('two of one year are refused; they are kept in their order; in words', () => {
    expect(hoursRequirements.safeParse([ONE, ONE]).error?.issues[0]?.message).toContain('同一年度');
    expect(hoursRequirements.parse([ONE, { ...ONE, from: 2020 }]).map(({ from }) => from)).toEqual([2020, 2027]);
    expect(requirementInWords(ONE)).toBe(
      '2027年起40学时，其中职业道德与执业纪律12（现场4），业务20，11-01起首次执业的按50%，公司律师24，法援律师0',
    );
  });
});
