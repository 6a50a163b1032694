import { z } from 'zod';
import type { FirmActor } from '../../../actor.ts';
import { LIVE_STATES } from '../../../contract/activities/enums.ts';
import type { LawyersSignedUp } from '../../../contract/firm-sign-up/replies.ts';
import type { SignUpLawyersParsed } from '../../../contract/firm-sign-up/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { inList } from '../../../platform/db/keyset.ts';
import { signUpLawyer } from '../signing-up/sign-up.ts';
import { currentRestriction, hasToWait } from '../restricted/current-restriction.ts';
import { Registration, type Activity } from '../model.ts';
import { offersSeats } from '../rules.ts';
import { loadForFirm } from './load-for-firm.ts';
import { ofOther } from './of-other.ts';

const row = z.strictObject({ id: z.int(), name: z.string() });
type Line = LawyersSignedUp['lines'][number];

/** Whose these are is nobody's business but the firm's. */
const STRANGER = '不是本所律师，或已转出';
/** What led to it is between the lawyer and the association. */
const WAITS = '目前只能加入候补，请勾选“名额已满时加入候补”，或由其本人报名';
const CANNOT = '目前不能由本所代为报名，请由其本人查看、办理';

/**
 * Signs several lawyers of the firm up, each in a transaction of his own and in the order that was asked for: what one lacks
 * stops nobody else, and asking again with the same key answers what has come of it. Throws `not_found`.
 */
export async function signUpLawyers(asked: {
  actor: FirmActor;
  id: number;
  input: SignUpLawyersParsed;
}): Promise<LawyersSignedUp> {
  const { actor, id, input } = asked;
  const { activity } = await loadForFirm({ actor, id });
  const { lawyerIds, ...each } = input;
  const list = inList(lawyerIds);
  const own = await select(row, `SELECT id, name FROM lawyers WHERE firm_id = ? AND id IN ${list.sql}`, [
    actor.firmId,
    ...list.values,
  ]);
  const nameOf = new Map(own.map(({ id: lawyerId, name }) => [lawyerId, name]));
  const stored = await Registration.findAll({
    where: { activityId: id, lawyerId: [...nameOf.keys()], state: [...LIVE_STATES] },
  });
  const stateOf = new Map(stored.map(({ lawyerId, state }) => [lawyerId, state]));
  const lines: Line[] = [];
  for (const lawyerId of lawyerIds) {
    const name = nameOf.get(lawyerId);
    const state = stateOf.get(lawyerId);
    if (name === undefined) lines.push({ lawyerId, name: '', state: null, reason: STRANGER });
    else if (state !== undefined) lines.push({ lawyerId, name, state, reason: '' });
    else lines.push({ lawyerId, name, ...(await signOneUp({ actor, activity, lawyerId, input: each })) });
  }
  return { lines };
}

async function signOneUp(asked: {
  actor: FirmActor;
  activity: Activity;
  lawyerId: number;
  input: Omit<SignUpLawyersParsed, 'lawyerIds'>;
}): Promise<Pick<Line, 'state' | 'reason'>> {
  const { actor, activity, lawyerId, input } = asked;
  if (hasToWait(await currentRestriction(lawyerId), activity)) {
    if (!offersSeats(activity, clock.now())) return { state: null, reason: CANNOT };
    if (!input.waits) return { state: null, reason: WAITS };
  }
  try {
    const { state } = await signUpLawyer({ actor, activityId: activity.id, lawyerId, input });
    return { state, reason: '' };
  } catch (error) {
    if (!(error instanceof AppError) || !SAYS_WHY.includes(error.code)) throw error;
    return { state: null, reason: reasonOf(error) };
  }
}

/** What stands against one line; whatever else goes wrong goes wrong for all of them. */
const SAYS_WHY: readonly string[] = ['wrong_state', 'invalid_fields', 'not_found'];

function reasonOf(error: AppError): string {
  if (error.code === 'not_found') return STRANGER;
  const words = Object.values(error.fields ?? {});
  return ofOther(words.length > 0 ? words.join('；') : error.message);
}
