import { MAX_WAIT_SECONDS } from '../../contract/files/limits.ts';
import { AppError } from '../../errors.ts';
import { TurnTimeout, Turns } from '../db/turns.ts';
import { keepsState } from '../singletons.ts';

/** A line before what takes a core for a stranger's file: so many of them are worked on at once. */
export interface Line {
  /** Waits for a turn; answers what gives it back. Throws AppError `too_many_requests` when the line is too long. */
  take(): Promise<() => void>;
  /** Does `work` when its turn has come. Throws as `take` does, and as `work` does. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

/** Whoever stands in line longer than `patienceMs` is better told than kept. */
export function lineFor({
  atOnce,
  patienceMs = MAX_WAIT_SECONDS * 1_000,
}: {
  atOnce: number;
  patienceMs?: number;
}): Line {
  const begin = () =>
    new Turns(
      Array.from({ length: atOnce }, () => null),
      patienceMs,
    );
  let turns = begin();
  keepsState(() => {
    turns = begin();
  });
  const take = async () => {
    const line = turns;
    const turn = await line.take().catch((error: unknown) => {
      if (!(error instanceof TurnTimeout)) throw error;
      throw new AppError('too_many_requests', { message: '同时处理的文件较多，还没有轮到这一份，请过一分钟再试' });
    });
    return () => line.give(turn);
  };
  return {
    take,
    async inTurn(work) {
      const done = await take();
      try {
        return await work();
      } finally {
        done();
      }
    },
  };
}
