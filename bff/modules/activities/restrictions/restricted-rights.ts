import type { Activity } from '../model.ts';
import { inWords, offersSeats, type Rights } from '../rules.ts';
import { clock } from '../../../platform/clock/clock.ts';
import type { CurrentRestriction } from '../restricted/current-restriction.ts';
import { servedFrom } from '../restricted/rules.ts';

/** Why a restricted lawyer cannot sign up for a seat now, in words. */
export function whyWaits(activity: Activity, { untilAt }: Pick<CurrentRestriction, 'untilAt'>): string {
  const from = inWords(servedFrom(activity));
  const since = `您因爽约受限（至${inWords(untilAt)}）`;
  return offersSeats(activity, clock.now())
    ? `${since}，${from}前只能加入候补，此后仍有名额的按顺序递补`
    : `${since}，本活动不设候补，${from}起仍有名额的可以报名`;
}

/** The rights of a lawyer whom a restriction has wait: signing up is waiting, or not possible yet. */
export function restrictedRights(
  rights: Rights,
  { activity, restriction }: { activity: Activity; restriction: CurrentRestriction | null },
): Rights {
  const { signUp } = rights;
  if (restriction === null || 'reason' in signUp) return rights;
  const why = whyWaits(activity, restriction);
  const isOpen = offersSeats(activity, clock.now());
  return { ...rights, signUp: isOpen ? { until: signUp.until, note: `${why}；${signUp.note}` } : { reason: why } };
}
