import { lineFor } from '../opening/turns.ts';

/** For pictures: each takes a core, and a few times its pixels of memory. */
export const { inTurn } = lineFor({ atOnce: 2 });
