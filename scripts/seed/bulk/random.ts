/** Numbers that look like chance and are the same in every run (mulberry32). */
export function randomNumbers(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** 0 to below 1. */
    next,
    /** A whole number from 0 to below `n`. */
    below: (n: number) => Math.floor(next() * n),
    /** One of a list that is not empty. */
    oneOf: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
  };
}
export type RandomNumbers = ReturnType<typeof randomNumbers>;
