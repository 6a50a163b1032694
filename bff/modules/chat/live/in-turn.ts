import { Turns } from '../../../platform/db/turns.ts';
import { keepsState } from '../../../platform/singletons.ts';

/**
 * So many talks are read at once, the others wait for their turn: when thousands of sockets come back together, the memory
 * that all their readings would take at the same time stays with the process for good. Key-values are not waited for in a
 * turn: while they are away, each of them takes a second.
 */
const AT_ONCE = 8;
const WAIT_MS = 30_000;

const make = () => new Turns(new Array<null>(AT_ONCE).fill(null), WAIT_MS);
let turns = make();
keepsState(() => {
  turns = make();
});

/** Reads of a talk in its turn. Throws as `read`, and TurnTimeout. */
export const inTurn = <Answer>(read: () => Promise<Answer>): Promise<Answer> => turns.with(read);
