import { toShanghaiDate } from '../../contract/dates.ts';
import { keepsState } from '../singletons.ts';

let frozenAt: number | undefined;
keepsState(releaseClock);

/** The one source of "now". */
export const clock = {
  /** Epoch milliseconds. */
  now(): number {
    return frozenAt ?? Date.now();
  },
  /** Today in Asia/Shanghai, yyyy-MM-dd. */
  today(): string {
    return toShanghaiDate(clock.now());
  },
};

/** Tests and demo data: stop the clock at an instant (epoch ms or ISO string with offset). */
export function freezeClock(instant: number | string): void {
  const at = typeof instant === 'number' ? instant : Date.parse(instant);
  if (Number.isNaN(at)) throw new RangeError(`not an instant: ${instant}`);
  frozenAt = at;
}

/** Tests: move a frozen clock on by some ms. */
export function advanceClock(byMs: number): void {
  if (frozenAt === undefined) throw new Error('freezeClock first');
  frozenAt += byMs;
}

/** Tests and demo data: let the clock run again. */
export function releaseClock(): void {
  frozenAt = undefined;
}
