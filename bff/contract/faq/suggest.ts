import { toPlainCharacters } from '../plain-characters.ts';
import { toHalfWidth } from '../text.ts';
import type { FaqItem } from './replies.ts';

/** Nobody reads more of them beside a form (desk.md, New ticket). */
const MAX_SUGGESTED = 3;
/** Pairs of characters that have to be in common: one is chance. */
const LEAST = 2;

/** The answers that may spare somebody a question, by what is typed so far; the likeliest first, none where none is like it. */
export function suggestFaq(items: readonly FaqItem[], typed: string): FaqItem[] {
  const asked = pairsOf(typed);
  return items
    .map((item) => {
      const known = pairsOf(`${item.question} ${item.keywords}`);
      return { item, common: [...asked].filter((pair) => known.has(pair)).length };
    })
    .filter(({ common }) => common >= LEAST)
    .sort((a, b) => b.common - a.common)
    .slice(0, MAX_SUGGESTED)
    .map(({ item }) => item);
}

/** Pairs of neighbouring characters, as 中文 is searched without knowing its words. */
function pairsOf(words: string): Set<string> {
  const pairs = new Set<string>();
  for (const part of toHalfWidth(toPlainCharacters(words))
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)) {
    const characters = [...part];
    for (let at = 0; at + 1 < characters.length; at++) pairs.add(`${characters[at] ?? ''}${characters[at + 1] ?? ''}`);
  }
  return pairs;
}
