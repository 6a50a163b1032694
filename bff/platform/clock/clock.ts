import { keepsState } from '../singletons.ts';

const DAY_MS = 86_400_000;
/** China has had one time zone and no summer time since 1991; every date of this system is later. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

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

/** Tests: stop the clock at an instant (epoch ms or ISO string with offset). */
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

/** Tests: let the clock run again. */
export function releaseClock(): void {
  frozenAt = undefined;
}

/** Calendar date in Asia/Shanghai (yyyy-MM-dd) of an instant in epoch ms. */
export function toShanghaiDate(instant: number): string {
  return new Date(instant + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** Instant (epoch ms) at which a yyyy-MM-dd begins in Asia/Shanghai. Throws RangeError for what is no date. */
export function startOfShanghaiDay(date: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  // Date.parse takes 02-30 for 03-02; a round trip tells.
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`not a date: ${date}`);
  }
  return midnight - SHANGHAI_OFFSET_MS;
}

/** The yyyy-MM-dd that lies `days` later (earlier if negative). */
export function addDays(date: string, days: number): string {
  return toShanghaiDate(startOfShanghaiDay(date) + days * DAY_MS);
}

/** Date and time in Asia/Shanghai (yyyy-MM-dd HH:mm) of an instant in epoch ms. */
export function toShanghaiMinute(instant: number): string {
  return new Date(instant + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}
