import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { columnOf } from '../form-reading/fields.ts';
import { politicalStatusFault } from '../form-reading/political-status.ts';
import { codeWords, offered } from '../form-reading/words.ts';
import type { Cond, Section } from '../forms/language.ts';
import { PATTERNS } from '../forms/patterns.ts';
import { isRegion, provinces, regionName, regionsIn } from '../regions/regions.ts';
import { PROFILE, profileSection, SECTION_KEYS } from './profile.ts';
import { PROFILE_TABLES } from './tables/tables.ts';

const sections = SECTION_KEYS.map((key) => [key, profileSection(key) as Section] as const);
const fields = sections.flatMap(([key, section]) =>
  section.fields.map((field) => [`${key}.${field.key}`, section, field] as const),
);

const fieldsIn = (cond: Cond | true | undefined): string[] => {
  if (cond === undefined || cond === true) return [];
  if ('all' in cond) return cond.all.flatMap(fieldsIn);
  if ('any' in cond) return cond.any.flatMap(fieldsIn);
  return 'not' in cond ? fieldsIn(cond.not) : [cond.field];
};

describe('the sections of a profile, walked', () => {
  test('are plain data: nothing in them is lost in JSON', () => {
    expect(JSON.parse(JSON.stringify(PROFILE))).toEqual(PROFILE);
    expect(SECTION_KEYS).toHaveLength(14);
    expect(sections.filter(([key, section]) => section.key !== key)).toEqual([]);
  });

  test.each(sections)('%s names its fields once, and only fields that it has', (_key, section) => {
    const keys = section.fields.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const columns = section.fields
      .filter((field) => !field.variants || field.variants.includes('domestic'))
      .map(columnOf);
    expect(columns.filter((one, index) => columns.indexOf(one) !== index)).toEqual([]);
    const named = [...section.title, ...(section.unique ?? []), ...(section.sort ? [section.sort[0]] : [])];
    expect(named.filter((one) => !keys.includes(one))).toEqual([]);
    const steps = section.steps?.flatMap((step) => step.fields) ?? keys;
    expect([...steps].sort()).toEqual([...keys].sort());
    if (section.shape === 'single') expect(section.maxRows).toBe(1);
  });

  test('every field is called by at most twelve characters, and every list of codes exists', () => {
    const faults = fields.flatMap(([name, , { label, options, kind, pattern }]) => [
      ...([...label].length > 12 ? [`${name}: ${label}`] : []),
      ...((kind === 'code' || kind === 'codes') && offered(options ?? '').length === 0 ? [`${name}: no table`] : []),
      ...((kind === 'digits' || kind === 'mask') && !(pattern && pattern in PATTERNS) ? [`${name}: no pattern`] : []),
    ]);
    expect(faults).toEqual([]);
  });

  test('every condition and bound names a field beside it', () => {
    const basic = PROFILE.basic.fields.map(({ key }): string => key);
    const faults = fields.flatMap(([name, section, field]) => {
      const own = section.fields.map(({ key }) => key);
      const bounds = [field.notBefore, field.notAfter].flatMap((one) => (typeof one === 'object' ? [one.field] : []));
      const named = [...fieldsIn(field.shownIf), ...fieldsIn(field.required), ...bounds];
      return named.filter((one) => !own.includes(one) && !basic.includes(one)).map((one) => `${name}: ${one}`);
    });
    expect(faults).toEqual([]);
  });

  test.each(sections)('%s is printed in twelve columns', (_key, section) => {
    const shown = section.fields.filter(({ variants }) => !variants || variants.includes('domestic'));
    const columns = shown.reduce((sum, { width = 0 }) => sum + width, 0);
    expect(columns).toBe(section.key === 'basic' ? 0 : 12);
    expect(section.key === 'basic' ? section.fields.filter(({ box }) => box).length : 30).toBeGreaterThan(29);
  });
});

describe('code tables', () => {
  test('of 8,191 sets of 政治面貌 exactly 55 may be', () => {
    const codes = offered('politicalStatus').map(({ code }) => code);
    const sets = Array.from({ length: 2 ** codes.length - 1 }, (_, n) => codes.filter((__, i) => ((n + 1) >> i) & 1));
    expect([sets.length, sets.filter((set) => politicalStatusFault(set) === null).length]).toEqual([8_191, 55]);
  });

  test('the 56 peoples, in the order and the characters of GB/T 3304', () => {
    const names = offered('ethnicity').filter(({ code }) => Number(code) <= 56);
    expect(names.map(({ code }) => Number(code))).toEqual(Array.from({ length: 56 }, (_, n) => n + 1));
    const hash = createHash('sha256')
      .update(names.map(({ label }) => label).join('\n'))
      .digest('hex');
    expect(hash).toBe('f19e54c4ab071bfa438c89f4031394c59e8bf4cb201e029a8f51e20b87b501bc');
  });

  test('what is retired is read and not offered', () => {
    expect(codeWords('education', '22')).toBe('大学本科结业');
    expect(offered('education').map(({ code }) => code)).toEqual([
      '11',
      '14',
      '17',
      '21',
      '28',
      '31',
      '41',
      '61',
      '90',
    ]);
  });

  test('no table says the same twice', () => {
    const twice = Object.entries(PROFILE_TABLES).filter(
      ([, { known }]) => new Set(Object.values(known)).size < Object.keys(known).length,
    );
    expect(twice.map(([name]) => name)).toEqual([]);
  });

  test('divisions lead from the province to the county, and abolished ones are read', () => {
    expect(provinces()).toHaveLength(34);
    expect([regionName('440402'), regionName('429004'), regionName('310103')]).toEqual([
      '广东省珠海市香洲区',
      '湖北省仙桃市',
      '上海市卢湾区',
    ]);
    expect([isRegion('440402'), isRegion('310103'), isRegion('999999')]).toEqual([true, false, false]);
    const counties = provinces()
      .flatMap(({ code }) => regionsIn(code))
      .flatMap((one) => (one.code.endsWith('00') ? regionsIn(one.code) : [one]));
    expect(counties.length).toBeGreaterThan(2_900);
    expect(counties.filter(({ code, name }) => !isRegion(code) || /[\d-]/.test(name))).toEqual([]);
  });
});
