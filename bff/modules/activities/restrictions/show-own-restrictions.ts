import type { MemberActor } from '../../../actor.ts';
import type { OwnRestrictions } from '../../../contract/activity-restrictions/replies.ts';
import { addMonths, startOfShanghaiDay, toIso, toShanghaiDate } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { expectLawyer } from '../policy.ts';
import { currentRestriction } from '../restricted/current-restriction.ts';
import { readAbsences } from './read-absences.ts';
import { readAbsenceRule } from './read-rule.ts';
import { meaning, ruleInWords } from '../restricted/rules.ts';

/** So far is looked back, as far as any rule does. */
const SHOWN_MONTHS = 36;

/** 我的限制: what follows from absences, until when, and from which of them. Throws `forbidden` for a firm. */
export async function showOwnRestrictions({ actor }: { actor: MemberActor }): Promise<OwnRestrictions> {
  const { lawyerId } = expectLawyer(actor);
  const now = clock.now();
  const rule = await readAbsenceRule();
  const monthsAgo = (months: number) => startOfShanghaiDay(addMonths(toShanghaiDate(now), -months));
  const absences = await readAbsences({ lawyerId, since: monthsAgo(SHOWN_MONTHS) });
  const restriction = await currentRestriction(lawyerId);
  const since = monthsAgo(rule.months);
  return {
    now: toIso(now),
    current: restriction && { from: toIso(restriction.fromAt), until: toIso(restriction.untilAt), means: meaning },
    rule: ruleInWords(rule),
    counting: absences.filter(({ worth, beginsAt }) => worth === 'counts' && beginsAt > since).length,
    limit: rule.limit,
    absences: absences.map(({ registrationId, activityId, title, beginsAt, worth, excuseReason }) => ({
      registrationId,
      activityId,
      title,
      beginsAt: toIso(beginsAt),
      worth,
      reason: excuseReason,
    })),
  };
}
