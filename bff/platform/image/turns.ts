import { lineFor } from '../opening/turns.ts';

/** The line in which pictures wait to be decoded, two at a time: each takes a core, and a few times its pixels of memory. */
export const { inTurn } = lineFor({ atOnce: 2 });
