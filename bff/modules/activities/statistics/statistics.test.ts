import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import { activityPeriod } from '../../../contract/activity-statistics/schemas.ts';
import type { LawyerActor } from '../../../actor.ts';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { Lawyer } from '../../registry/model.ts';
import { Registration } from '../model.ts';
import { recordPresence } from '../presence/record-presence.ts';
import { excuseAbsence } from '../restrictions/excuse-absences.ts';
import { askLeave } from '../signing-up/ask-leave.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { listActivityFigures, showActivityStatistics } from './show-statistics.ts';

useDatabase();
const at = (text: string) => Date.parse(`${text}+08:00`);
const OPENS = at('2026-12-01T09:00');
beforeEach(() => freezeClock(OPENS));
afterEach(releaseClock);
const actor = staffActor('events');
const period = (from: string, to: string, more: object = {}) => activityPeriod.parse({ from, to, ...more });

/** Four seats; six of two firms sign up a minute after each other; two come, one is absent, one is on leave. */
async function held(beginsAt: number, kind: 'training' | 'ethics' = 'training') {
  freezeClock(OPENS);
  const made = await makeActivity({
    kind,
    capacity: 4,
    opensAt: OPENS,
    closesAt: beginsAt - DAY_MS,
    beginsAt,
    endsAt: beginsAt + HOUR_MS,
  });
  const firms = [await makeFirm(), await makeFirm()];
  const lawyers: LawyerActor[] = [];
  const ids: number[] = [];
  for (let n = 0; n < 6; n++) {
    const { id } = await makeLawyer({ firmId: firms[n < 4 ? 0 : 1]!.id });
    await Lawyer.update(
      { firstPractisedOn: n === 0 ? '2000-05-01' : '2025-05-01', category: n === 0 ? 'government' : 'practising' },
      { where: { id } },
    );
    const lawyer = (await memberActor({ lawyerId: id })) as LawyerActor;
    const input = { groupId: made.groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
    freezeClock(OPENS + (n + 1) * 60_000);
    lawyers.push(lawyer);
    ids.push((await signUp({ actor: lawyer, activityId: made.activity.id, input })).registrationId);
  }
  freezeClock(beginsAt - 5 * HOUR_MS);
  await askLeave({ actor: lawyers[3]!, id: ids[3]!, input: { reason: 'court', note: '', attachments: [] } });
  freezeClock(beginsAt + HOUR_MS);
  const mark = (registrationIds: number[], what: 'present' | 'absent') =>
    recordPresence({ actor, activityId: made.activity.id, input: { registrationIds, mark: what } });
  await mark([ids[0]!, ids[1]!], 'present');
  await mark([ids[2]!], 'absent');
  return { ...made, firms, ids };
}
const FIGURES = { signed: 6, seated: 3, came: 2, absent: 1, onLeave: 1, cancelled: 0, unplaced: 2 };

describe('活动统计', () => {
  test('who signed up, came, was absent or on leave, and when it was full', async () => {
    const { activity, firms } = await held(at('2026-12-11T14:00'));
    const s = await showActivityStatistics(period('2026-12-11', '2026-12-11', { activity: String(activity.id) }));
    expect(s).toMatchObject({ activities: 1, cancelledActivities: 0, capacity: 4, total: FIGURES });
    // The fourth signed up four minutes after the opening.
    expect(s.byActivity).toEqual([expect.objectContaining({ id: activity.id, filledAfter: 4, ...FIGURES })]);
    expect(s.byCategory.map(({ label, signed, came }) => [label, signed, came])).toEqual([
      ['执业律师', 5, 1],
      ['公职律师', 1, 1],
    ]);
    expect(s.byPractice.map(({ label, signed }) => [label, signed])).toEqual([
      ['不满3年', 5],
      ['20年以上', 1],
    ]);
    expect(s.byFirm.map(({ label, signed }) => [label, signed])).toEqual([
      [firms[0]!.name, 4],
      [firms[1]!.name, 2],
    ]);
  });

  test('an absence that was excused is none; who came and was taken off the list did not', async () => {
    const { activity, ids } = await held(at('2026-12-12T14:00'));
    await excuseAbsence({ actor, id: ids[2]!, input: { reason: '暴雨' } });
    await Registration.update({ state: 'removed', liveKey: null }, { where: { id: ids[0]! } });
    const { total } = await showActivityStatistics(period('2026-12-12', '2026-12-12', { activity: activity.id }));
    expect(total).toMatchObject({ signed: 6, seated: 2, came: 1, absent: 0 });
  });

  test('days are those of Shanghai, both in the period; drafts are none of it, cancelled ones are and say so', async () => {
    const ethics = await held(at('2027-01-05T00:00'), 'ethics');
    const late = await held(at('2027-01-06T23:59'));
    freezeClock(OPENS);
    const draft = await makeActivity({ beginsAt: at('2027-01-05T12:00'), endsAt: at('2027-01-05T13:00') });
    await draft.activity.update({ state: 'draft', publishedAt: null });
    await late.activity.update({ state: 'cancelled' });
    const both = await showActivityStatistics(period('2027-01-05', '2027-01-06'));
    expect(both.byActivity.map(({ id, isCancelled }) => [id, isCancelled])).toEqual([
      [late.activity.id, true],
      [ethics.activity.id, false],
    ]);
    expect(both).toMatchObject({ activities: 2, cancelledActivities: 1, total: { signed: 12 } });
    expect(both.byKind.map(({ label }) => label).sort()).toEqual(['业务培训', '职业道德与执业纪律培训']);
    const one = await listActivityFigures(period('2027-01-05', '2027-01-06', { kind: 'ethics' }));
    expect(one.items.map(({ id }) => id)).toEqual([ethics.activity.id]);
    expect((await showActivityStatistics(period('2027-01-07', '2027-01-08'))).activities).toBe(0);
  });

  test.each([
    [{ from: '2026-12-02', to: '2026-12-01' }, '不能早于'],
    [{ from: '2025-12-01', to: '2026-12-02' }, '最多统计366天'],
    [{ from: '2026-12-01', to: '2026-12-02', activity: '0 OR 1=1' }, '请选择活动'],
  ])('%j is refused', (asked, words) => {
    expect(activityPeriod.safeParse(asked).error?.issues[0]?.message).toContain(words);
  });
});
