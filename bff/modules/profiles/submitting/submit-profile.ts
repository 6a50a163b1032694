import type { Transaction } from 'sequelize';
import type { MemberActor } from '../../../actor.ts';
import type { FieldFaults } from '../../../contract/errors.ts';
import { profileSection, type SectionKey } from '../../../contract/profile/profile.ts';
import { AppError } from '../../../errors.ts';
import { publish } from '../../../events.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofProfile } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { commonlyDone } from '../drafts/keep-progress.ts';
import { isConfirmed } from '../drafts/how-far.ts';
import { readWhole, type WholeProfile } from '../drafts/read-whole.ts';
import { ProfileSectionRow, ProfileSnapshot, type Profile } from '../model.ts';
import { isEditable, lawyerOf, lockOwn } from '../policy.ts';
import { submittedSections } from './changes.ts';
import { freeze } from './freeze.ts';
import { passedBefore } from './passed-before.ts';

interface Submitting {
  actor: MemberActor;
  idempotencyKey: string;
}

/**
 * Submits a profile: its sections are closed first, so that what is read afterwards is what is submitted. The same key again
 * is the same submission. Throws `not_found`, `wrong_state`, and `invalid_fields` with everything that is missing, as
 * `section.row.field`.
 */
export async function submitProfile({ actor, idempotencyKey }: Submitting): Promise<void> {
  const lawyerId = lawyerOf(actor);
  await transaction(async (t) => {
    const profile = await lockOwn(lawyerId, t);
    if (!profile) throw new AppError('invalid_fields', { message: '还没有填写，请先填写基本信息' });
    const where = { lawyerId, idempotencyKey };
    if (await ProfileSnapshot.findOne({ where, transaction: t })) return;
    if (!isEditable(profile.state)) throw new AppError('wrong_state', { message: '已提交审核，请等待审核结果' });
    await ProfileSectionRow.update({ isOpen: false }, { where: { lawyerId }, transaction: t });
    const whole = await readWhole(lawyerId, t);
    expectComplete(whole);
    await submit({ actor, idempotencyKey, profile, whole }, t);
  });
}

async function submit(
  { actor, idempotencyKey, profile, whole }: Submitting & { profile: Profile; whole: WholeProfile },
  t: Transaction,
): Promise<void> {
  const { lawyerId } = profile;
  const number = (await ProfileSnapshot.count({ where: { lawyerId }, transaction: t })) + 1;
  const frozen = freeze(whole, number);
  const createdAt = clock.now();
  const snapshot = await ProfileSnapshot.create(
    { lawyerId, number, kind: 'completion', ...frozen, idempotencyKey, outcome: null, createdAt },
    { transaction: t },
  );
  await profile.update(
    {
      state: 'waiting',
      version: profile.version + 1,
      snapshotId: snapshot.id,
      submittedAt: createdAt,
      decidedAt: null,
      ...(await queuedBy(snapshot, { profile, whole }, t)),
      doneSections: commonlyDone(whole),
      changedAt: createdAt,
    },
    { transaction: t },
  );
  await writeEvent({ subject: ofProfile(profile.id), event: 'submitted', by: actor }, t);
  await publish('profile.moved', { lawyerId: profile.lawyerId }, t);
  const target = `${String(whole.facts.given['name'])}（${String(whole.facts.given['licenceNo'])}）`;
  await writeAudit(
    {
      actor,
      action: 'profile.submitted',
      targetKind: 'profile',
      targetId: profile.id,
      target,
      evidence: JSON.stringify({ number, hash: frozen.hash }),
    },
    t,
  );
}

/** The columns by which the review queue filters: doubts, changed sections, county. */
async function queuedBy(
  snapshot: ProfileSnapshot,
  { profile, whole }: { profile: Profile; whole: WholeProfile },
  t: Transaction,
): Promise<Pick<Profile, 'doubts' | 'changedSections' | 'region'>> {
  const passed = await passedBefore(snapshot, profile, t);
  const changed = submittedSections(snapshot).filter((key) => !passed.has(key));
  const basic = whole.judged.find(({ key }) => key === 'basic')?.data.rows[0]?.values;
  const region = basic?.['addressRegion'];
  return {
    doubts: whole.judged.reduce((sum, { doubts }) => sum + Object.keys(doubts).length, 0),
    changedSections: changed.length > 0 ? `,${changed.join(',')},` : '',
    region: typeof region === 'string' ? region : null,
  };
}

/** Throws `invalid_fields` with all that is missing, each where it is mended. */
function expectComplete(whole: WholeProfile): void {
  const fields: FieldFaults = {};
  const missing = new Set<SectionKey>();
  for (const { key, faults, isComplete } of whole.judged) {
    if (isComplete) continue;
    missing.add(key);
    for (const [at, words] of Object.entries(faults)) fields[`${key}.${at}`] = `${profileSection(key).label}：${words}`;
  }
  if (!missing.has('basic') && !isConfirmed(whole)) {
    fields['basic.confirm'] = '基本信息：请在最后一步核实并确认';
    if (missing.size === 0) {
      const message = whole.profile?.confirmedAt
        ? '基本信息有改动，请在最后一步重新核实并确认'
        : '请先在基本信息的最后一步核实并确认';
      throw new AppError('invalid_fields', { message, fields });
    }
    missing.add('basic');
  }
  if (missing.size > 0) throw new AppError('invalid_fields', { message: `还有${missing.size}项未完成`, fields });
}
