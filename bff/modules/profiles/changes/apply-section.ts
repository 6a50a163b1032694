import type { Transaction } from 'sequelize';
import type { LawyerActor, StaffActor } from '../../../actor.ts';
import type { SectionData } from '../../../contract/form-reading/fields.ts';
import { keepHidden } from '../../../contract/profile/field-settings.ts';
import { profileSection, SECTION_KEYS, type SectionKey } from '../../../contract/profile/profile.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { ofProfile } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { ProfileHistory } from '../change-model.ts';
import { rowsOf, splitRows, toColumns } from '../facts/stored.ts';
import { ProfileDecision, ProfileSectionRow, ProfileSnapshot, type Profile } from '../model.ts';
import { freezeSections } from '../submitting/freeze.ts';
import type { InForce } from './in-force.ts';
import { registerPosts } from '../facts/registry-appointments.ts';
import { writeBack } from '../facts/registry-contacts.ts';

interface Applied {
  actor: LawyerActor | StaffActor;
  /** Locked. */
  profile: Profile;
  inForce: InForce;
  key: SectionKey;
  data: SectionData;
  /** null: at once, by the member. */
  changeId: number | null;
}

/**
 * Puts a section into force: a new snapshot in place of the old one, which stays what it was. In the same transaction the
 * working copy follows, the history says by whom and by what, what was passed of the other sections stays passed, and
 * what the registry holds as well is written there.
 */
export async function applySection(applied: Applied, t: Transaction): Promise<ProfileSnapshot> {
  const { actor, profile, inForce, key, data, changeId } = applied;
  const { lawyerId } = profile;
  const { snapshot: old, drafts, facts } = inForce;
  const at = clock.now();
  const row = await ProfileSectionRow.findOne({
    where: { lawyerId, section: key },
    transaction: t,
    rejectOnEmpty: true,
  });
  // What stands there in fields that are hidden now stays there: it was never taken back.
  const kept = keepHidden(key, facts.fields, { rows: data.rows, before: rowsOf(row) });
  await row.update(
    {
      ...toColumns(lawyerId, key, kept),
      saidNone: data.saidNone,
      schemaVersion: profileSection(key).version,
      version: row.version + 1,
      changedAt: at,
    },
    { transaction: t },
  );
  const number = (await ProfileSnapshot.count({ where: { lawyerId }, transaction: t })) + 1;
  const all = { ...drafts, [key]: data };
  const sections = SECTION_KEYS.flatMap((one) => {
    const said = all[one];
    const version = one === key ? row.version : (old.content.sections[one]?.version ?? 0);
    return said ? [{ key: one, version, saidNone: said.saidNone, split: splitRows(one, said.rows) }] : [];
  });
  const frozen = freezeSections({ lawyerId, number, given: facts.given, sections });
  const snapshot = await ProfileSnapshot.create(
    {
      lawyerId,
      number,
      kind: 'change',
      ...frozen,
      idempotencyKey: `change-${number}`,
      outcome: 'approved',
      createdAt: at,
    },
    { transaction: t },
  );
  await carryDecisions(applied, { from: old.id, to: snapshot.id, at }, t);
  await profile.update(
    { snapshotId: snapshot.id, approvedSnapshotId: snapshot.id, version: profile.version + 1, changedAt: at },
    { transaction: t },
  );
  if (key === 'basic') {
    await writeBack({ actor, lawyerId, before: drafts.basic?.rows ?? null, after: data.rows }, t);
  }
  if (key === 'appointments' && actor.kind === 'staff') {
    await registerPosts({ actor, lawyerId, before: drafts.appointments?.rows ?? [], after: data.rows }, t);
  }
  // The form is made now only after a review. What the member changes at once is printed when somebody asks for it: nobody
  // needs a form for every small edit.
  const { id: snapshotId } = snapshot;
  if (changeId !== null) {
    await enqueue('make-registration-form', { snapshotId }, { t, dedupeKey: `registration-form:${snapshotId}` });
  }
  const byWhat = changeId === null ? 'member' : 'change';
  const by = { byId: actor.accountId, byName: actor.name };
  const between = { beforeSnapshotId: old.id, afterSnapshotId: snapshot.id };
  await ProfileHistory.create({ lawyerId, section: key, ...between, byWhat, changeId, ...by, at }, { transaction: t });
  await writeEvent({ subject: ofProfile(profile.id), event: 'changed', by: actor, note: profileSection(key).label }, t);
  const line = { action: 'profile.changed', targetKind: 'profile', targetId: profile.id } as const;
  const { given } = facts;
  const target = `${String(given['name'])}（${String(given['licenceNo'])}）`;
  const evidence = JSON.stringify({ number, hash: frozen.hash });
  await writeAudit({ actor, ...line, target, detail: profileSection(key).label, evidence }, t);
  return snapshot;
}

/** Who passed which section, in the new snapshot as in the old one: nobody has to read again what did not change. */
async function carryDecisions(
  { actor, key, changeId }: Applied,
  { from, to, at }: { from: number; to: number; at: number },
  t: Transaction,
): Promise<void> {
  const before = await ProfileDecision.findAll({ where: { snapshotId: from }, transaction: t });
  const others = before
    .filter(({ section }) => section !== key)
    .map(({ section, byName, at: when }) => ({ section, byName, at: when, byId: null }));
  const own = { section: key, byName: changeId === null ? '本人直接修改' : actor.name, at, byId: actor.accountId };
  await ProfileDecision.bulkCreate(
    [...others, own].map((one) => ({ ...one, snapshotId: to, verdict: 'pass' as const, opinion: '' })),
    { transaction: t },
  );
}
