import { offered } from '../../../contract/form-reading/words.ts';
import { isRegion, provinces, regionName, regionsIn } from '../../../contract/regions/regions.ts';
import { keepsState } from '../../../platform/singletons.ts';

/** Divisions and countries by their words, as they are compared; made once, when the first sheet asks. */
let known: ReadonlyMap<string, string> | undefined;
keepsState(() => {
  known = undefined;
});

const plain = (words: string) => words.replace(/[\s/\-—·,，、]/g, '');

function all(): ReadonlyMap<string, string> {
  const codes = provinces().flatMap(({ code }) => withBelow(code));
  const countries = offered('country').map(({ code, label }) => [plain(label), code] as const);
  return new Map([...countries, ...codes.map((code) => [plain(regionName(code) ?? ''), code] as const)]);
}

const withBelow = (code: string): string[] => [code, ...regionsIn(code).flatMap((one) => withBelow(one.code))];

/** 广东省珠海市香洲区, with or without signs between, or 440402, or 美国 → its code; null: nobody knows it. */
export function readRegion(text: string): string | null {
  const words = plain(text);
  if (/^\d{6}$/.test(words)) return isRegion(words) ? words : null;
  known ??= all();
  return known.get(words) ?? null;
}
