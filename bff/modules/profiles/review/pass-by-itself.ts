import type { Transaction } from 'sequelize';
import type { LawyerActor, MemberActor } from '../../../actor.ts';
import { profileSection, type SectionKey } from '../../../contract/profile/profile.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { readProfileSettings } from '../../profile-fields/field-settings.ts';
import { lockForWriting } from '../../registry/facts/lock-subjects.ts';
import { readFacts } from '../facts/read-facts.ts';
import { wholeRows } from '../facts/stored.ts';
import { ProfileDecision, ProfileSnapshot, type Profile } from '../model.ts';
import { lawyerOf, lockOwn } from '../policy.ts';
import { splitChange } from '../rules/change-classes.ts';
import { isSameRows } from '../rules/rebase.ts';
import { isSameSection, submittedSections } from '../submitting/changes.ts';
import { expectIntact } from '../submitting/freeze.ts';
import { finish } from './decide-profile.ts';
import { doubtsOf, isBeyondDoubt } from './doubts.ts';
import { tellDecided } from './tell-decided.ts';

/** Who has decided, where nobody has. */
const BY_ITSELF = { byId: null, byName: '自动审核' } as const;

/**
 * Passes what the actor has just submitted where the office lets that happen, nothing in it is doubtful, and nothing differs
 * from what is in force that a reviewer would look at. Whatever else there is waits for a person: a machine never rejects.
 */
export async function passByItself({ actor }: { actor: MemberActor }): Promise<void> {
  const { policy } = await readProfileSettings();
  if (!policy.passesByItself || actor.kind !== 'lawyer') return;
  const lawyerId = lawyerOf(actor);
  await transaction(async (t) => {
    await lockForWriting({ firmIds: [], lawyerIds: [lawyerId] }, t);
    const profile = await lockOwn(lawyerId, t);
    const compared = profile?.state === 'waiting' ? await readCompared(profile, t) : null;
    if (!profile || !compared || !isUnreviewed(compared)) return;
    if (!isBeyondDoubt(doubtsOf(compared.latest, await readFacts(lawyerId, t)))) return;
    await pass({ actor, profile, snapshot: compared.latest }, t);
  });
}

interface Compared {
  latest: ProfileSnapshot;
  approved: ProfileSnapshot;
}

/** What was submitted, and what is in force; null: nothing was approved before. */
async function readCompared({ snapshotId, approvedSnapshotId }: Profile, t: Transaction): Promise<Compared | null> {
  if (snapshotId === null || approvedSnapshotId === null) return null;
  const find = (id: number) => ProfileSnapshot.findByPk(id, { transaction: t, rejectOnEmpty: true });
  const [latest, approved] = [await find(snapshotId), await find(approvedSnapshotId)];
  for (const one of [latest, approved]) expectIntact(one);
  return { latest, approved };
}

/** Whether everything that differs may change at once, as 信息变更 has it. */
function isUnreviewed({ latest, approved }: Compared): boolean {
  const isGone = (key: SectionKey) => latest.content.sections[key] === undefined;
  if (submittedSections(approved).some(isGone)) return false;
  return submittedSections(latest).every((key) => {
    if (isSameSection(latest, approved, key)) return true;
    const [now, then] = [latest.content.sections[key], approved.content.sections[key]];
    if (!then) return false;
    const [present, wanted] = [wholeRows(approved, key), wholeRows(latest, key)];
    const section = profileSection(key);
    if (section.change !== 'free' && now?.saidNone !== then.saidNone) return false;
    return isSameRows(splitChange(section, present, wanted).free, wanted);
  });
}

async function pass(
  done: { actor: LawyerActor; profile: Profile; snapshot: ProfileSnapshot },
  t: Transaction,
): Promise<void> {
  const { profile, snapshot } = done;
  const at = clock.now();
  const verdict = { snapshotId: snapshot.id, verdict: 'pass', opinion: '', ...BY_ITSELF, at } as const;
  const verdicts = submittedSections(snapshot).map((section) => ({ ...verdict, section }));
  await ProfileDecision.bulkCreate(verdicts, { transaction: t });
  await finish({ ...done, isApproved: true }, t);
  await tellDecided({ profile, isApproved: true, name: String(snapshot.content.given['name']) }, t);
}
