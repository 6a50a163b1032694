import { beforeEach, expect, test } from '@jest/globals';
import '../../../app.ts';
import type { LawyerActor } from '../../../actor.ts';
import type { Eligibility } from '../../../contract/eligibility/schemas.ts';
import { clock, freezeClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { makeSeries, makeSession } from '../../../test/factories/activities/series.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { judgeMembers } from '../../eligibility/judge-members.ts';
import { Activity } from '../model.ts';
import { recordPresence } from '../presence/record-presence.ts';
import { signUp } from '../signing-up/sign-up.ts';

useDatabase();
const NOW = Date.parse('2026-12-01T09:00:00+08:00');
const staff = staffActor('events');
let actor: LawyerActor;
beforeEach(async () => {
  freezeClock(NOW);
  actor = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
});

async function attend({ activity, groups }: Awaited<ReturnType<typeof makeActivity>>, mark: 'present' | 'absent') {
  freezeClock(NOW);
  const input = { groupId: groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
  const { registrationId } = await signUp({ actor, activityId: activity.id, input });
  freezeClock(activity.endsAt);
  await recordPresence({
    actor: staff,
    activityId: activity.id,
    input: { registrationIds: [registrationId], mark },
  });
}
async function unmet(eligibility: Eligibility, lawyerId = actor.lawyerId): Promise<string[]> {
  const member = { kind: 'lawyer', id: lawyerId } as const;
  const [judge] = await judgeMembers({ eligibilities: [eligibility], members: [member], on: clock.today() });
  return judge!(member);
}

test('who came to the same course is told so; who only signed up, was absent or is somebody else was not there', async () => {
  const made = await makeActivity({ title: '新公司法讲座' });
  const came: Eligibility = { atom: 'attended', activityId: made.activity.id, title: '新公司法讲座' };
  const other = await makeActivity({ title: '另一场' });
  await attend(other, 'absent');
  const missed: Eligibility = { atom: 'attended', activityId: other.activity.id, title: '另一场' };
  expect(await unmet(came)).toEqual(['须参加过“新公司法讲座”（您尚未参加）']);
  await attend(made, 'present');
  expect(await unmet(came)).toEqual([]);
  expect(await unmet({ not: came })).toEqual(['须未参加过“新公司法讲座”（您已参加）']);
  const fresh: Eligibility = { ...came, isNot: true };
  expect(await unmet(fresh)).toEqual(['须未参加过“新公司法讲座”（您已参加）']);
  expect(await unmet({ not: fresh })).toEqual([]);
  expect(await unmet({ ...missed, isNot: true })).toEqual([]);
  expect(await unmet(missed)).toEqual(['须参加过“另一场”（您尚未参加）']);
  const { id } = await makeLawyer();
  expect(await unmet(came, id)).toEqual(['须参加过“新公司法讲座”（您尚未参加）']);
  await Activity.update({ state: 'cancelled' }, { where: { id: made.activity.id } });
  expect(await unmet({ not: came })).toEqual([]);
});

test('of a series so many sessions are counted', async () => {
  const seriesId = await makeSeries({ way: 'each' });
  const both = [await makeSession(seriesId), await makeSession(seriesId)] as const;
  await attend(both[0], 'present');
  const camp = (sessions?: number): Eligibility => ({ atom: 'attended', seriesId, title: '训练营', sessions });
  expect(await unmet(camp())).toEqual([]);
  expect(await unmet(camp(2))).toEqual(['须参加过系列“训练营”至少2场（您参加了1场）']);
  await attend(both[1], 'present');
  expect(await unmet(camp(2))).toEqual([]);
});
