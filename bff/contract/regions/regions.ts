import { REGION_TABLE } from './table.ts';

/** Divisions of GB/T 2260 by their six digits, down to the county. Pure; what was abolished stays readable. */
export interface Region {
  code: string;
  name: string;
}

/** Codes that people were born under and nobody chooses any more. */
const ABOLISHED: Readonly<Record<string, string>> = {
  '110103': '崇文区',
  '110104': '宣武区',
  '110228': '密云县',
  '110229': '延庆县',
  '120107': '塘沽区',
  '120108': '汉沽区',
  '120109': '大港区',
  '310103': '卢湾区',
  '310108': '闸北区',
  '310119': '南汇区',
  '310230': '崇明县',
  '440116': '萝岗区',
  '440183': '增城市',
  '440184': '从化市',
};

const PROVINCES: readonly Region[] = Object.keys(REGION_TABLE).map((key) => ({
  code: `${key.slice(0, 2)}0000`,
  name: key.slice(2),
}));

const NAMES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(ABOLISHED),
  ...Object.entries(REGION_TABLE).flatMap(([key, below]): [string, string][] => [
    [`${key.slice(0, 2)}0000`, key.slice(2)],
    ...below
      .split(' ')
      .filter(Boolean)
      .map((one): [string, string] => [key.slice(0, 2) + one.slice(0, 4), one.slice(4)]),
  ]),
]);

/** Whether a code may be chosen: one of the provinces, cities and counties of today. */
export const isRegion = (code: string): boolean => NAMES.has(code) && !Object.hasOwn(ABOLISHED, code);

export const provinces = (): readonly Region[] => PROVINCES;

/** What lies directly in a province or city, by code; nothing in a county. */
export function regionsIn(code: string): Region[] {
  if (!code.endsWith('00')) return [];
  const isProvince = code.endsWith('0000');
  const prefix = code.slice(0, isProvince ? 2 : 4);
  const all = [...NAMES].filter(([one]) => one.startsWith(prefix) && one !== code && !Object.hasOwn(ABOLISHED, one));
  const hasCity = new Set(all.filter(([one]) => one.endsWith('00')).map(([one]) => one.slice(0, 4)));
  return all
    .filter(([one]) => !isProvince || one.endsWith('00') || !hasCity.has(one.slice(0, 4)))
    .map(([one, name]) => ({ code: one, name }));
}

/** 广东省珠海市香洲区; null for a code that never was. */
export function regionName(code: string): string | null {
  const own = NAMES.get(code);
  if (own === undefined) return null;
  const above = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`].filter((one) => one !== code);
  return [...new Set(above)].map((one) => NAMES.get(one) ?? '').join('') + own;
}
