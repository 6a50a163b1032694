import type { KeyboardEvent } from 'react';

type Pressed = Pick<KeyboardEvent, 'altKey' | 'code'>;

/** The digit that is pressed with Alt, 1 to 9; undefined for every other key. */
export const digitWithAlt = ({ altKey, code }: Pressed): number | undefined =>
  altKey ? Number(/^Digit([1-9])$/.exec(code)?.[1]) || undefined : undefined;

/** The ready sentence that Alt and a digit ask for while somebody types; undefined for every other key. */
export const readyByDigit = (pressed: Pressed, sentences: readonly string[]): string | undefined =>
  sentences[(digitWithAlt(pressed) ?? 0) - 1];
