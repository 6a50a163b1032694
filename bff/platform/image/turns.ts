import { AppError } from '../../errors.ts';
import { TurnTimeout, Turns } from '../db/turns.ts';
import { keepsState } from '../singletons.ts';

/** Pictures worked on at once: each takes a core, and a few times its pixels of memory. */
const AT_ONCE = 2;
/** Whoever stands in line longer is better told than kept: some 300 pictures. */
const PATIENCE_MS = 40_000;

let turns = newTurns();
keepsState(() => {
  turns = newTurns();
});
function newTurns() {
  return new Turns(
    Array.from({ length: AT_ONCE }, () => null),
    PATIENCE_MS,
  );
}

/** Does `work` on a picture when its turn has come. Throws AppError `too_many_requests` when the line is too long. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = await turns.take().catch((error: unknown) => {
    throw error instanceof TurnTimeout ? new AppError('too_many_requests') : error;
  });
  try {
    return await work();
  } finally {
    turns.give(turn);
  }
}
