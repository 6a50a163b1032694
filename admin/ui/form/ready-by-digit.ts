import type { KeyboardEvent } from 'react';

/** The ready sentence that Alt and a digit ask for while somebody types; undefined for every other key. */
export const readyByDigit = (
  { altKey, code }: Pick<KeyboardEvent, 'altKey' | 'code'>,
  sentences: readonly string[],
): string | undefined => (altKey ? sentences[Number(/^Digit([1-9])$/.exec(code)?.[1]) - 1] : undefined);
