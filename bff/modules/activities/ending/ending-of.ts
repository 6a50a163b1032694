import { HOUR_MS } from '../../../contract/dates.ts';
import type { Activity } from '../model.ts';

/** Registrations of a state that can no longer become a seat, and why, as their lawyers are told. */
export interface Ending {
  state: 'waiting' | 'drawing' | 'applied';
  reason: string;
}

/**
 * What of an activity is over at `now`, half-open: whoever waits, once no seat is offered any more; whoever waits for the
 * draw, once it has begun; whoever has applied, once it has ended, since staff may admit until then.
 */
export function endingOf(activity: Pick<Activity, 'beginsAt' | 'endsAt' | 'offersStopHours'>, now: number): Ending[] {
  const { beginsAt, endsAt, offersStopHours } = activity;
  const endings: Ending[] = [];
  if (now >= beginsAt - offersStopHours * HOUR_MS) {
    const when = offersStopHours > 0 ? `活动开始前${offersStopHours}小时起不再递补` : '活动已经开始';
    endings.push({ state: 'waiting', reason: `候补结束：${when}` });
  }
  if (now >= beginsAt) endings.push({ state: 'drawing', reason: '活动开始前没有完成抽签，未获名额' });
  if (now >= endsAt) endings.push({ state: 'applied', reason: '活动已经结束，报名没有审核，未获名额' });
  return endings;
}
