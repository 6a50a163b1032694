import { describe, expect, test } from '@jest/globals';
import { database } from '../../../platform/db/database.ts';
import { confirmProfile, fillProfile, lawyerActor, makeSubmitted } from '../../../test/factories/profiles/profile.ts';
import { makeLawyer } from '../../../test/factories/registry.ts';
import { isFull } from '../../../test/heavy.ts';
import { useOffice } from '../../../test/office.ts';
import { countStatements } from '../../../test/trouble/run-driver.ts';
import { AuditEntry } from '../../audit/model.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { TimelineLine } from '../../timeline/model.ts';
import { Profile, ProfileDecision, ProfileSectionRow, ProfileSnapshot } from '../model.ts';

/** 正式提交审核 and 完成审核, killed between any two of their steps. */

useOffice();

/** Places at which it dies, when not every one is tried. */
const PLACES = 2;
const LIVES = Number.MAX_SAFE_INTEGER;
type Act = 'submit' | 'pass' | 'reject';

/** Answers how many statements it took, null where it was killed. */
async function run(act: Act, when: number | string, { lawyerId, accountId }: Whose): Promise<number | null> {
  return countStatements('profile-and-die', [act, when, lawyerId, accountId]);
}

interface Whose {
  lawyerId: number;
  accountId: number;
}
/** A lawyer whose profile is ready for the act. */
async function ready(act: Act): Promise<Whose> {
  const { id: lawyerId } = await makeLawyer();
  const actor = await lawyerActor(lawyerId);
  if (act === 'submit') {
    await fillProfile(actor);
    await confirmProfile(actor);
  } else await makeSubmitted(lawyerId);
  return { lawyerId, accountId: actor.accountId };
}

/** Everything that either act leaves. */
async function found({ lawyerId }: Whose) {
  const profile = await Profile.findOne({ where: { lawyerId }, rejectOnEmpty: true });
  const snapshots = await ProfileSnapshot.findAll({ where: { lawyerId } });
  const ids = snapshots.map(({ id }) => id);
  const [jobs] = await database.sequelize.query("SELECT payload FROM jobs WHERE name = 'make-registration-form'");
  const of = { targetKind: 'profile', targetId: profile.id };
  return {
    state: profile.state,
    isConfirmed: profile.confirmedHash !== null,
    isInForce: profile.approvedSnapshotId !== null,
    outcomes: snapshots.map(({ outcome }) => outcome),
    open: await ProfileSectionRow.count({ where: { lawyerId, isOpen: true } }),
    decisions: await ProfileDecision.count({ where: { snapshotId: ids } }),
    audited: await AuditEntry.count({
      where: { ...of, action: ['profile.submitted', 'profile.approved', 'profile.rejected'] },
    }),
    happened: await TimelineLine.count({ where: { subjectKind: 'profile', subjectId: profile.id } }),
    forms: (jobs as { payload: unknown }[]).filter(({ payload }) =>
      ids.some((id) => JSON.stringify(payload).includes(`:${id}}`)),
    ).length,
    told: await InboxEntry.count({ where: { event: 'profile_decided', memberId: lawyerId } }),
  };
}
type Found = Awaited<ReturnType<typeof found>>;

const FILLED: Found = {
  state: 'filling',
  isConfirmed: true,
  isInForce: false,
  outcomes: [],
  open: 14,
  decisions: 0,
  audited: 0,
  happened: 0,
  forms: 0,
  told: 0,
};
const SUBMITTED: Found = { ...FILLED, state: 'waiting', outcomes: [null], open: 0, audited: 1, happened: 1 };
const DECIDED: Found = { ...SUBMITTED, decisions: 13, audited: 2, happened: 2, told: 1 };
const LEFT: Record<Act, { before: Found; after: Found }> = {
  submit: { before: FILLED, after: SUBMITTED },
  pass: {
    before: SUBMITTED,
    after: { ...DECIDED, state: 'approved', isInForce: true, outcomes: ['approved'], forms: 1 },
  },
  reject: {
    before: SUBMITTED,
    after: { ...DECIDED, state: 'rejected', isConfirmed: false, outcomes: ['rejected'], open: 14 },
  },
};

describe.each(['submit', 'pass', 'reject'] as const)('killed between any two steps of “%s”', (act) => {
  const { before, after } = LEFT[act];
  let statements = 0;

  test('nothing of it is there, and all of it once it is done again', async () => {
    const whole = await ready(act);
    expect(await found(whole)).toEqual(before);
    statements = (await run(act, LIVES, whole)) ?? 0;
    expect(await found(whole)).toEqual(after);
    expect(statements).toBeGreaterThan(15);
    // The last one is the commit: before it nothing may be seen.
    const every = Array.from({ length: statements }, (_, at) => at + 1);
    const step = Math.floor(statements / PLACES);
    const whose = await ready(act);
    for (const place of isFull ? every : every.filter((at) => at % step === 0 || at === statements)) {
      expect(await run(act, place, whose)).toBeNull();
      expect(await found(whose)).toEqual(before);
    }
    expect(await run(act, LIVES, whose)).not.toBeNull();
    expect(await found(whose)).toEqual(after);
  }, 600_000);

  test('control: committed half-way, half of it is there', async () => {
    const whose = await ready(act);
    // The last but one writes the log.
    expect(await run(act, `commit-${statements - 1}`, whose)).toBeNull();
    const half = await found(whose);
    expect(half).not.toEqual(before);
    expect(half).not.toEqual(after);
  }, 120_000);
});
