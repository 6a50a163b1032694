import type { Wording } from '../../letters/compose-letter.ts';

/** A wording as the second person reads it. */
export const wordingInWords = ({ body, rosterTitle }: Wording): string =>
  rosterTitle ? `${body}\n（名单标题：${rosterTitle}）` : body;
