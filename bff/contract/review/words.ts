import type { ReviewRule } from './enums.ts';

/**
 * Words in which a reviewer settles a doubt. Five characters are the least that say how something was checked
 * (“已电话核实”); dots and blanks say nothing.
 */
export const MIN_OVERRULING_WORDS = 5;
export const MAX_OVERRULING_WORDS = 200;

export const WORDS_MISSING = `请写明如何核实，至少${MIN_OVERRULING_WORDS}个字`;

/** Whether it says something: letters and digits count, signs do not. */
export const saysEnough = (words: string): boolean =>
  (words.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= MIN_OVERRULING_WORDS;

/** Doubts that words never settle: the registry confirms the name first, by an act of its own. */
export const SETTLED_BY_ACT: readonly ReviewRule[] = ['latin_name_confirmed'];
