import type { MemberActor } from '../../../actor.ts';
import { LIVE_STATES, type RegistrationState } from '../../../contract/activities/enums.ts';
import type { SeriesPage } from '../../../contract/activity-series/replies.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { Activity, ActivityGroup, Registration } from '../model.ts';
import { Presence } from '../presence/model.ts';
import { seatsLeft } from '../present.ts';
import { inWords, rightsOf } from '../rules.ts';
import { judgeLawyer } from '../seats/judge-lawyer.ts';
import { countAttended } from '../sessions/attended.ts';
import { ActivitySeries } from '../sessions/model.ts';
import { fitsFirm } from '../signing-up/fits-firm.ts';
import { isOnLeave, ON_LEAVE } from '../signing-up/on-leave.ts';
import { sessionsOf } from './load-series.ts';
import { presentSeries, presentSession } from './present-series.ts';

/**
 * A series as a member reads it: its sessions that he may read, where he stands in each, and whether all of them can be
 * signed up for or given back now. Throws `not_found` for one of which he may read no session.
 */
export async function showOwnSeries({ actor, id }: { actor: MemberActor; id: number }): Promise<SeriesPage> {
  const series = await ActivitySeries.findByPk(id, { rejectOnEmpty: new AppError('not_found') });
  const all = (await sessionsOf(id)).filter(({ publishedAt }) => publishedAt !== null);
  const own = await latestOf(actor, all);
  const sessions = await readableOf(actor, all, own);
  if (sessions.length === 0) throw new AppError('not_found');
  const presences = await Presence.findAll({
    where: { registrationId: [...own.values()].map((registration) => registration.id) },
  });
  const cameTo = new Map(presences.map(({ registrationId, outcome }) => [registrationId, outcome]));
  const now = clock.now();
  const beside = await ownElsewhere(actor, all);
  return {
    ...presentSeries(series),
    attended: actor.kind === 'lawyer' ? await countAttended({ seriesId: id, lawyerId: actor.lawyerId }) : 0,
    sessions: sessions.map((session) => {
      const registration = own.get(session.id);
      return {
        ...presentSession(session, now),
        left: seatsLeft(session),
        hoursTenths: session.hoursTenths,
        own: registration?.state ?? null,
        presence: (registration && cameTo.get(registration.id)) ?? null,
        clashes: [...sessions, ...beside]
          .filter((other) => other.id !== session.id && other.state === 'published' && overlap(session, other))
          .map(({ title, beginsAt }) => `${title}（${inWords(beginsAt)}）`),
      };
    }),
    can: canOf({ actor, series, sessions, own, now }),
  };
}

const overlap = (one: Activity, other: Activity): boolean =>
  one.beginsAt < other.endsAt && other.beginsAt < one.endsAt && one.state === 'published';

/** The latest registration of the lawyer in each of some sessions. */
export async function latestOf(
  actor: MemberActor,
  sessions: readonly Activity[],
): Promise<ReadonlyMap<number, Registration>> {
  if (actor.kind !== 'lawyer') return new Map();
  const where = { lawyerId: actor.lawyerId, activityId: sessions.map((session) => session.id) };
  const all = await Registration.findAll({ where, order: ['id'] });
  return new Map(all.map((one) => [one.activityId, one]));
}

/** What of it the member may read, by what each session's own page goes by. */
async function readableOf(
  actor: MemberActor,
  sessions: readonly Activity[],
  own: ReadonlyMap<number, unknown>,
): Promise<Activity[]> {
  const shown = sessions.filter(({ id, state }) => own.has(id) || state === 'published' || state === 'cancelled');
  const groups = await ActivityGroup.findAll({ where: { activityId: shown.map(({ id }) => id) }, order: ['id'] });
  if (actor.kind === 'firm') {
    const fitting = await fitsFirm({ firmId: actor.firmId, activities: shown, groups });
    return shown.filter(({ id }) => fitting.has(id));
  }
  const readable: Activity[] = [];
  for (const session of shown) {
    const isOpenToAll = session.visibility === 'all' || own.has(session.id);
    if (isOpenToAll || (await fits(session, groups, actor.lawyerId))) readable.push(session);
  }
  return readable;
}

async function fits(activity: Activity, all: readonly ActivityGroup[], lawyerId: number): Promise<boolean> {
  const groups = all.filter(({ activityId }) => activityId === activity.id);
  const unmet = await judgeLawyer({ activity, groups, lawyerId });
  return unmet.activity.length === 0 && groups.some(({ id }) => unmet.groups.get(id)?.length === 0);
}

/** Other activities that the lawyer is in. */
async function ownElsewhere(actor: MemberActor, sessions: readonly Activity[]): Promise<Activity[]> {
  if (actor.kind !== 'lawyer') return [];
  const live = await Registration.findAll({ where: { lawyerId: actor.lawyerId, state: [...LIVE_STATES] } });
  const known = new Set(sessions.map(({ id }) => id));
  const ids = live.map(({ activityId }) => activityId).filter((id) => !known.has(id));
  return Activity.findAll({ where: { id: ids, state: 'published' }, order: ['beginsAt'] });
}

export const isLive = (registration: { state: RegistrationState } | undefined): boolean =>
  registration !== undefined && (LIVE_STATES as readonly RegistrationState[]).includes(registration.state);

const yes = { may: true, reason: '' };
const no = (reason: string) => ({ may: false, reason });

function canOf(asked: {
  actor: MemberActor;
  series: ActivitySeries;
  sessions: readonly Activity[];
  own: ReadonlyMap<number, Registration>;
  now: number;
}): SeriesPage['can'] {
  const { actor, series, sessions, own, now } = asked;
  if (series.way === 'each') {
    const reason = '请选择场次，分别报名';
    return { signUp: no(reason), cancel: no(reason) };
  }
  if (actor.kind === 'firm') {
    const reason = '由律师本人登录报名';
    return { signUp: no(reason), cancel: no(reason) };
  }
  const rights = sessions.map((session) => {
    const registration = own.get(session.id);
    const live = isLive(registration) ? (registration ?? null) : null;
    return { live, isAway: isOnLeave(registration), ...rightsOf(session, live, now) };
  });
  const isOpen = rights.some(({ live, isAway, signUp }) => live === null && !isAway && 'until' in signUp);
  const isIn = rights.some(({ live }) => live !== null);
  const first = rights.find(({ signUp }) => 'reason' in signUp)?.signUp;
  return {
    signUp: isOpen
      ? yes
      : no(
          isIn
            ? '您已报名'
            : rights.some(({ isAway }) => isAway)
              ? ON_LEAVE
              : first && 'reason' in first
                ? first.reason
                : '没有可以报名的场次',
        ),
    cancel: rights.some(({ live, cancel }) => live !== null && 'until' in cancel)
      ? yes
      : no(isIn ? '各场的取消均已截止，可以逐场请假' : '您没有报名'),
  };
}
