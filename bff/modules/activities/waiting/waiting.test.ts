import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import '../../../app.ts';
import type { LawyerActor } from '../../../actor.ts';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { Activity, ActivityChange, ActivityGroup, Registration } from '../model.ts';
import { listRegistrations } from '../office/list-registrations.ts';
import { cancelRegistration } from '../signing-up/cancel-registration.ts';
import { showActivity } from '../signing-up/show-activity.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { moveToFront } from './move-to-front.ts';
import { serveAll } from './serve-all.ts';

useDatabase();
const actor = staffActor('events');
const input = { reason: '承办单位邀请的嘉宾' };

let lawyers: LawyerActor[];
beforeEach(async () => {
  freezeClock('2026-12-01T09:00:00+08:00');
  lawyers = [];
  for (let n = 0; n < 4; n++) lawyers.push((await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor);
});
afterEach(releaseClock);

type Made = Awaited<ReturnType<typeof makeActivity>>;
async function joined(more: Parameters<typeof makeActivity>[0]) {
  const made = await makeActivity(more);
  const ids: number[] = [];
  for (const who of lawyers) {
    const asked = { groupId: made.groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
    ids.push((await signUp({ actor: who, activityId: made.activity.id, input: asked })).registrationId);
  }
  return { made, ids };
}
const statesOf = async ({ activity }: Made) =>
  (await Registration.findAll({ where: { activityId: activity.id }, order: ['id'] })).map(({ state }) => state);
const versionOf = async ({ activity }: Made) => (await activity.reload()).version;

describe('who is put before all who wait', () => {
  test('has the next seat; staff read why, and the lawyer where he stands', async () => {
    const { made, ids } = await joined({ capacity: 1 });
    await moveToFront({ actor, id: ids[3]!, input });
    const { own } = await showActivity({ actor: lawyers[3]!, id: made.activity.id });
    expect(own).toMatchObject({ state: 'waiting', position: 1 });
    expect(JSON.stringify(own)).not.toContain(input.reason);
    const { items } = await listRegistrations({ id: made.activity.id });
    expect(items.map(({ movedFor }) => movedFor)).toEqual(['', '', '', input.reason]);
    const told = { subjectKind: 'registration', subjectId: ids[3]! } as const;
    expect((await InboxEntry.findAll({ where: told })).map(({ body }) => body).join()).toContain('第一位');
    await cancelRegistration({ actor: lawyers[0]!, id: ids[0]! });
    expect(await statesOf(made)).toEqual(['cancelled', 'waiting', 'waiting', 'offered']);
  });

  test('comes after whoever is put there later; not twice, not without waiting, not once nobody is served', async () => {
    const { made, ids } = await joined({ capacity: 1 });
    await moveToFront({ actor, id: ids[2]!, input });
    await moveToFront({ actor, id: ids[3]!, input });
    await expect(moveToFront({ actor, id: ids[3]!, input })).rejects.toThrow('已是候补第一位');
    await expect(moveToFront({ actor, id: ids[0]!, input })).rejects.toThrow('只有候补中的人员可以提前');
    await cancelRegistration({ actor: lawyers[0]!, id: ids[0]! });
    expect(await statesOf(made)).toEqual(['cancelled', 'waiting', 'waiting', 'offered']);
    freezeClock(made.activity.beginsAt - HOUR_MS);
    await expect(moveToFront({ actor, id: ids[1]!, input })).rejects.toThrow('该活动不再递补');
  });
});

describe('all who wait', () => {
  test('are offered seats that were not there, in their groups; members read that there are more', async () => {
    const { made } = await joined({ capacity: 1 });
    await serveAll({ actor, id: made.activity.id, input: { ...input, version: await versionOf(made) } });
    expect(await statesOf(made)).toEqual(['registered', 'offered', 'offered', 'offered']);
    const activity = await Activity.findByPk(made.activity.id, { rejectOnEmpty: true });
    const group = await ActivityGroup.findByPk(made.groups[0]!.id, { rejectOnEmpty: true });
    expect([activity.capacity, activity.taken, group.taken]).toEqual([4, 4, 4]);
    expect(group.capacity).toBeGreaterThanOrEqual(4);
    expect(await ActivityChange.findAll({ where: { activityId: activity.id } })).toMatchObject([
      { field: '名额', beforeWords: '1', afterWords: '4' },
    ]);
  });

  test('are admitted where nobody is asked; whoever has to wait for his absences still does', async () => {
    const { made, ids } = await joined({ capacity: 1, waiting: 'admits' });
    await Registration.update({ servedFrom: made.activity.closesAt + DAY_MS }, { where: { id: ids[1]! } });
    await serveAll({ actor, id: made.activity.id, input: { ...input, version: await versionOf(made) } });
    expect(await statesOf(made)).toEqual(['registered', 'waiting', 'registered', 'registered']);
    expect((await made.activity.reload()).capacity).toBe(3);
  });

  test('not by a page that is out of date, not twice, not near the beginning', async () => {
    const { made } = await joined({ capacity: 1 });
    const version = await versionOf(made);
    await serveAll({ actor, id: made.activity.id, input: { ...input, version } });
    await expect(serveAll({ actor, id: made.activity.id, input: { ...input, version } })).rejects.toMatchObject({
      code: 'changed_meanwhile',
    });
    const again = { ...input, version: await versionOf(made) };
    await expect(serveAll({ actor, id: made.activity.id, input: again })).rejects.toThrow('没有候补中的人员');
    freezeClock(made.activity.beginsAt - HOUR_MS);
    await expect(serveAll({ actor, id: made.activity.id, input: again })).rejects.toThrow('该活动不再递补');
  });
});
