import type { Transaction } from 'sequelize';
import type { LawyerActor, StaffActor } from '../../../actor.ts';
import type { FieldFaults } from '../../../contract/errors.ts';
import { profileSection, type SectionKey } from '../../../contract/profile/profile.ts';
import type { DecideProfileParsed } from '../../../contract/profile/schemas.ts';
import { AppError } from '../../../errors.ts';
import { publish } from '../../../events.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { ofProfile } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { lockForWriting } from '../../registry/facts/lock-subjects.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { ProfileDecision, ProfileSectionRow, ProfileSnapshot, type Profile } from '../model.ts';
import { loadProfile } from '../policy.ts';
import { expectIntact } from '../submitting/freeze.ts';
import { submittedSections } from '../submitting/changes.ts';
import { passedBefore } from '../submitting/passed-before.ts';
import { registerPosts } from '../facts/registry-appointments.ts';
import { writeBack } from '../facts/registry-contacts.ts';
import { tellDecided } from './tell-decided.ts';

/**
 * Decides what was submitted, section by section, at once: all pass, or it goes back with an opinion for each that does not.
 * What is as it was approved or passed before need not be decided again. Throws `not_found`, `already_decided`,
 * `wrong_state`, `changed_meanwhile`, `invalid_fields`.
 */
export async function decideProfile(decision: {
  actor: StaffActor;
  id: number;
  input: DecideProfileParsed;
}): Promise<void> {
  const { actor, id, input } = decision;
  const { lawyerId } = await loadProfile(actor, id);
  await transaction(async (t) => {
    await lockForWriting({ firmIds: [], lawyerIds: [lawyerId] }, t);
    const profile = await loadProfile(actor, id, t);
    expectWaiting(profile, input.snapshotId);
    const snapshot = await ProfileSnapshot.findByPk(input.snapshotId, { transaction: t, rejectOnEmpty: true });
    expectIntact(snapshot);
    const verdicts = await whole(snapshot, profile, decision, t);
    await ProfileDecision.bulkCreate(verdicts, { transaction: t });
    const isApproved = verdicts.every(({ verdict }) => verdict === 'pass');
    await finish({ actor, profile, snapshot, isApproved }, t);
    await tellDecided({ profile, isApproved, name: String(snapshot.content.given['name']) }, t);
  });
}

function expectWaiting(profile: Profile, snapshotId: number): void {
  const { state } = profile;
  if (state === 'approved' || state === 'rejected') throw new AppError('already_decided', { message: '该申请已审核' });
  if (state !== 'waiting') throw new AppError('wrong_state', { message: '该申请已被会员撤回' });
  if (profile.snapshotId !== snapshotId) {
    throw new AppError('changed_meanwhile', { message: '会员撤回后重新提交过，请看过新的内容再审核' });
  }
}

type Verdict = Pick<ProfileDecision, 'snapshotId' | 'section' | 'verdict' | 'opinion' | 'byId' | 'byName' | 'at'>;

/**
 * Completes the verdicts to one for every section: a section that nobody has to decide again names who passed it before.
 */
async function whole(
  snapshot: ProfileSnapshot,
  profile: Profile,
  { actor, input }: { actor: StaffActor; input: DecideProfileParsed },
  t: Transaction,
): Promise<Verdict[]> {
  const before = await passedBefore(snapshot, profile, t);
  const faults: FieldFaults = {};
  const at = clock.now();
  const verdicts = submittedSections(snapshot).flatMap((section): Verdict[] => {
    const said = input.decisions.find((one) => one.section === section);
    const base = { snapshotId: snapshot.id, section };
    if (said) {
      const opinion = said.verdict === 'reject' ? said.opinion : '';
      return [{ ...base, verdict: said.verdict, opinion, byId: actor.accountId, byName: actor.name, at }];
    }
    const by = before.get(section);
    if (by !== undefined) return [{ ...base, verdict: 'pass', opinion: '', byId: null, byName: by.by, at }];
    faults[section] = `请审核“${profileSection(section).label}”`;
    return [];
  });
  if (Object.keys(faults).length > 0)
    throw new AppError('invalid_fields', { message: '还有没审核的项', fields: faults });
  return verdicts;
}

/**
 * Puts a decision into force, whose verdicts are written. `actor`: of the staff, or the lawyer whose submission passed by
 * itself (pass-by-itself.ts).
 */
export async function finish(
  done: { actor: StaffActor | LawyerActor; profile: Profile; snapshot: ProfileSnapshot; isApproved: boolean },
  t: Transaction,
): Promise<void> {
  const { actor, profile, snapshot, isApproved } = done;
  // A machine is nobody: the log names the system, the registry whoever said it.
  const by = actor.kind === 'staff' ? actor : null;
  const state = isApproved ? 'approved' : 'rejected';
  const at = clock.now();
  const approvedBefore = profile.approvedSnapshotId;
  await snapshot.update({ outcome: state }, { transaction: t });
  await profile.update(
    {
      state,
      version: profile.version + 1,
      decidedAt: at,
      changedAt: at,
      reopenedReason: '',
      ...(isApproved ? { approvedSnapshotId: snapshot.id } : { confirmedHash: null }),
    },
    { transaction: t },
  );
  if (!isApproved) {
    const where = { lawyerId: profile.lawyerId };
    await ProfileSectionRow.update({ isOpen: true }, { where, transaction: t });
  }
  if (isApproved) {
    await register({ actor, profile, snapshot, approvedBefore }, t);
    const { id: snapshotId } = snapshot;
    await enqueue('make-registration-form', { snapshotId }, { t, dedupeKey: `registration-form:${snapshotId}` });
  }
  await writeEvent({ subject: ofProfile(profile.id), event: state, by }, t);
  await publish('profile.moved', { lawyerId: profile.lawyerId }, t);
  const { given } = snapshot.content;
  await writeAudit(
    {
      actor: by,
      action: isApproved ? 'profile.approved' : 'profile.rejected',
      targetKind: 'profile',
      targetId: profile.id,
      target: `${String(given['name'])}（${String(given['licenceNo'])}）`,
      evidence: JSON.stringify({ number: snapshot.number, hash: snapshot.hash }),
    },
    t,
  );
}

/**
 * Writes into the registry what the lawyer has changed since the approval before; at the first approval, everything that
 * the registry holds, too.
 */
async function register(
  done: {
    actor: StaffActor | LawyerActor;
    profile: Profile;
    snapshot: ProfileSnapshot;
    approvedBefore: number | null;
  },
  t: Transaction,
): Promise<void> {
  const { actor, profile, snapshot, approvedBefore } = done;
  const earlier = approvedBefore === null ? null : await ProfileSnapshot.findByPk(approvedBefore, { transaction: t });
  const rowsIn = (one: ProfileSnapshot | null, key: SectionKey) => one?.content.sections[key]?.rows ?? null;
  const askedAt = profile.submittedAt ?? snapshot.createdAt;
  const { lawyerId } = profile;
  const basic = { before: rowsIn(earlier, 'basic'), after: rowsIn(snapshot, 'basic') ?? [] };
  await writeBack({ actor, lawyerId, ...basic, askedAt }, t);
  // What passes by itself has changed no post.
  if (actor.kind !== 'staff') return;
  const posts = { before: rowsIn(earlier, 'appointments') ?? [], after: rowsIn(snapshot, 'appointments') ?? [] };
  await registerPosts({ actor, lawyerId, ...posts }, t);
}
