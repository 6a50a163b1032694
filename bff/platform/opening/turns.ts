import { AppError } from '../../errors.ts';
import { TurnTimeout, Turns } from '../db/turns.ts';
import { keepsState } from '../singletons.ts';

/** Whoever stands in line longer is better told than kept. */
const PATIENCE_MS = 40_000;

/** Does `work` when its turn has come. Throws AppError `too_many_requests` when the line is too long. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** A line before what takes a core for a stranger's file: so many of them are worked on at once. */
export function lineFor({ atOnce }: { atOnce: number }): InTurn {
  const begin = () =>
    new Turns(
      Array.from({ length: atOnce }, () => null),
      PATIENCE_MS,
    );
  let turns = begin();
  keepsState(() => {
    turns = begin();
  });
  return async (work) => {
    const line = turns;
    const turn = await line.take().catch((error: unknown) => {
      throw error instanceof TurnTimeout ? new AppError('too_many_requests') : error;
    });
    try {
      return await work();
    } finally {
      line.give(turn);
    }
  };
}
