import { HOUR_MS } from '../dates.ts';
import type { ActivityWarning } from './enums.ts';

/**
 * The six instants of an activity (epoch ms; activities.md, The six instants). Windows are half-open: at the instant itself
 * the earlier right has ended.
 */
export interface Instants {
  /** O and E: sign-up begins and ends. */
  opensAt: number;
  closesAt: number;
  /** C: until when cancelling is possible; L: until when leave may be asked for. */
  cancelUntil: number;
  leaveUntil: number;
  /** B and F: the activity begins and ends. */
  beginsAt: number;
  endsAt: number;
}

/** What staff enter: C and L are counted from E and B. */
export type EnteredInstants = Omit<Instants, 'cancelUntil' | 'leaveUntil'> & {
  cancelHours: number;
  leaveHours: number;
};

/** All six, of what was entered. */
export function instantsOf({ cancelHours, leaveHours, ...entered }: EnteredInstants): Instants {
  return {
    opensAt: entered.opensAt,
    closesAt: entered.closesAt,
    cancelUntil: entered.closesAt - cancelHours * HOUR_MS,
    leaveUntil: entered.beginsAt - leaveHours * HOUR_MS,
    beginsAt: entered.beginsAt,
    endsAt: entered.endsAt,
  };
}

/** What cannot be, by the field to mend; empty: nothing. */
export function faultsOf({ opensAt, closesAt, beginsAt, endsAt }: Omit<Instants, 'cancelUntil' | 'leaveUntil'>) {
  const faults: Partial<Record<'closesAt' | 'beginsAt' | 'endsAt', string>> = {};
  if (closesAt <= opensAt) faults.closesAt = '报名结束应晚于报名开始';
  else if (closesAt > beginsAt) faults.closesAt = '报名结束不能晚于活动开始';
  if (endsAt <= beginsAt) faults.endsAt = '活动结束应晚于活动开始';
  return faults;
}

/** What is odd about the instants alone and may be meant; the server looks at the calendar besides. */
export function odditiesOf(instants: Instants, has: { advanceLeave: boolean }, now: number): ActivityWarning[] {
  const { opensAt, closesAt, cancelUntil, leaveUntil } = instants;
  return [
    ...(cancelUntil <= opensAt ? (['neverCancels'] as const) : []),
    ...(closesAt >= leaveUntil ? (['neverLeaves'] as const) : []),
    ...(cancelUntil < closesAt && !has.advanceLeave ? (['gap'] as const) : []),
    ...(closesAt <= now ? (['late'] as const) : []),
  ];
}
