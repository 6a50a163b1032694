import { comparedName } from '../../../bff/contract/plain-characters.ts';
import type { OwnLawyer } from '../../../bff/contract/registry/endpoints.ts';

/** What a pasted list of names or licence numbers comes to. */
export interface Pasted {
  found: OwnLawyer[];
  /** As they stood in the list. */
  unknown: string[];
  /** Names that several lawyers bear: which one is meant, nobody can tell from the list. */
  shared: string[];
}

/** How many digits each group of a licence number has. */
const LICENCE_GROUPS = [1, 4, 4, 1, 1, 6];

/** Heads of columns that come along from a sheet. */
const HEADS = new Set(['姓名', '律师', '律师姓名', '执业证号', '律师执业证号', '执业证号码', '序号', '编号', '备注']);
const isNothing = (word: string) => word === '' || HEADS.has(word) || /^\d{1,4}[.、)）]?$/.test(word);

/** Reads names and licence numbers, one a line or divided by commas, tabs or blanks, and finds whom they are. */
export function findPasted(lawyers: readonly OwnLawyer[], text: string): Pasted {
  const byNumber = new Map(lawyers.map((lawyer) => [lawyer.licenceNo, lawyer]));
  const byName = new Map<string, OwnLawyer[]>();
  for (const lawyer of lawyers)
    byName.set(comparedName(lawyer.name), [...(byName.get(comparedName(lawyer.name)) ?? []), lawyer]);
  const lookUp = (word: string): OwnLawyer[] => {
    const key = comparedName(word);
    const numbered = byNumber.get(key);
    return numbered ? [numbered] : (byName.get(key) ?? []);
  };
  const result = { found: new Map<number, OwnLawyer>(), unknown: new Set<string>(), shared: new Set<string>() };
  const take = (word: string) => {
    const [one, ...others] = lookUp(word);
    if (!one) result.unknown.add(word);
    else if (others.length > 0) result.shared.add(word);
    else result.found.set(one.id, one);
  };
  for (const entry of text.split(/[\n\r\t,，、;；]+/)) {
    const whole = withoutCount(entry.trim());
    if (isNothing(whole)) continue;
    // A name may be written with blanks between its characters, and several names with blanks between them.
    if (lookUp(whole).length > 0) take(whole);
    else for (const word of withWholeNumbers(whole.split(/[\s\u3000]+/))) if (!isNothing(word)) take(word);
  }
  // Whoever is named by number as well is known.
  const named = new Set([...result.found.values()].map(({ name }) => comparedName(name)));
  return {
    found: [...result.found.values()],
    unknown: [...result.unknown],
    shared: [...result.shared].filter((word) => !named.has(comparedName(word))),
  };
}

/** A licence number in the groups in which the pages show it (bff/contract/text.ts) is one word again. */
function withWholeNumbers(words: readonly string[]): string[] {
  const whole: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const groups = words.slice(at, at + LICENCE_GROUPS.length);
    const isLicence = LICENCE_GROUPS.every((digits, i) => hasDigits(groups[i] ?? '', digits));
    whole.push(isLicence ? groups.join('') : (words[at] ?? ''));
    if (isLicence) at += LICENCE_GROUPS.length - 1;
  }
  return whole;
}

const hasDigits = (word: string, count: number) => word.length === count && /^\d+$/.test(word);

const withoutCount = (entry: string) => entry.replace(/^\d{1,4}[.、)）]\s*/, '');
