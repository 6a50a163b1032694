import { expect, test } from '@jest/globals';
import { countStatements } from '../../../test/trouble/run-driver.ts';
import { database } from '../../../platform/db/database.ts';
import { makeAskedChange } from '../../../test/factories/asked-change.ts';
import { makeLawyer } from '../../../test/factories/registry.ts';
import { isFull } from '../../../test/heavy.ts';
import { useOffice } from '../../../test/office.ts';
import { AuditEntry } from '../../audit/model.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { ProfileHistory, type ProfileChange } from '../change-model.ts';
import { Profile, ProfileSectionRow, ProfileSnapshot } from '../model.ts';

useOffice();

/** Places at which it dies, when not every one is tried. */
const PLACES = 4;

const open = async (): Promise<ProfileChange> => makeAskedChange((await makeLawyer()).id);

/** Passes a change in a process of its own; answers how many statements it took, null where it was killed. */
async function pass(when: number | 'apart', { id }: ProfileChange): Promise<number | null> {
  return countStatements('decide-change-and-die', [when, id]);
}

/** What is there of it: snapshot, working copy, history, form, log, the 变更单 itself, and what the member is told. */
async function found(change: ProfileChange) {
  const { lawyerId, section } = change;
  const profile = await Profile.findOne({ where: { lawyerId }, rejectOnEmpty: true });
  const row = await ProfileSectionRow.findOne({ where: { lawyerId, section }, rejectOnEmpty: true });
  const { state } = await change.reload();
  const [jobs] = await database.sequelize.query("SELECT payload FROM jobs WHERE name = 'make-registration-form'");
  return {
    state,
    isInForce: JSON.stringify(row.data).includes('法学院'),
    snapshots: await ProfileSnapshot.count({ where: { lawyerId } }),
    history: await ProfileHistory.count({ where: { lawyerId } }),
    forms: (jobs as { payload: string }[]).filter(({ payload }) =>
      JSON.stringify(payload).includes(String(profile.approvedSnapshotId)),
    ).length,
    changed: await AuditEntry.count({ where: { action: 'profile.changed', targetId: profile.id } }),
    told: await InboxEntry.count({ where: { event: 'profile_changed', memberId: lawyerId } }),
  };
}
const NOTHING = { state: 'waiting', isInForce: false, snapshots: 1, history: 0, forms: 1, changed: 0, told: 0 };
const ALL = { state: 'effective', isInForce: true, snapshots: 2, history: 1, forms: 1, changed: 1, told: 1 };

test('killed between any two steps: nothing of the change is there, and all of it once it is done again', async () => {
  const whole = await open();
  const statements = (await pass(Number.MAX_SAFE_INTEGER, whole)) ?? 0;
  expect(await found(whole)).toEqual(ALL);
  expect(statements).toBeGreaterThan(15);
  // The last one is the commit: before it nothing may be seen.
  const every = Array.from({ length: statements }, (_, at) => at + 1);
  const step = Math.floor(statements / PLACES);
  const change = await open();
  for (const place of isFull ? every : every.filter((at) => at % step === 0 || at === statements)) {
    expect(await pass(place, change)).toBeNull();
    expect(await found(change)).toEqual(NOTHING);
  }
  expect(await pass(Number.MAX_SAFE_INTEGER, change)).not.toBeNull();
  expect(await found(change)).toEqual(ALL);
}, 600_000);

test('control: in two transactions it is in force and waits all the same', async () => {
  const change = await open();
  expect(await pass('apart', change)).toBeNull();
  expect(await found(change)).toMatchObject({ state: 'waiting', isInForce: true, snapshots: 2, told: 0 });
});
