import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { INBOX_EVENTS } from '../../../contract/notifications/enums.ts';
import { profileSection, SECTION_KEYS, type SectionKey } from '../../../contract/profile/profile.ts';
import { env } from '../../../env.ts';
import { publish } from '../../../events.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { ofProfile } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { tell } from '../../notifications/tell.ts';
import { composeLine } from '../../outbox/compose-mail.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { ProfileHistory } from '../change-model.ts';
import type { Drafts } from '../drafts/judge-profile.ts';
import { commonlyDone } from '../drafts/keep-progress.ts';
import { readWhole } from '../drafts/read-whole.ts';
import { insertMissing } from '../drafts/save-section.ts';
import { registerPosts } from '../facts/registry-appointments.ts';
import { writeBack } from '../facts/registry-contacts.ts';
import { splitRows, toColumns } from '../facts/stored.ts';
import { Profile, ProfileDecision, ProfileSectionRow, ProfileSnapshot, type ImportSource } from '../model.ts';
import { freezeSections } from '../submitting/freeze.ts';
import type { GoodImport, Importing } from './judge-import.ts';

/** Who passed what another system approved, as the pages say it. */
const PASSED_BY = '原系统';

/**
 * Puts into force what another system approved and `judgeImport` has found good under the lock of the lawyer, which the
 * caller holds: no review follows, the snapshot names the source and its day, and the member is told to look it over.
 */
export async function importProfile(
  { actor, lawyerId, source }: Pick<Importing, 'lawyerId' | 'source'> & { actor: StaffActor },
  taken: GoodImport,
  t: Transaction,
): Promise<void> {
  const { changed, inForce, facts } = taken;
  await insertMissing(lawyerId, t);
  const where = { lawyerId };
  const profile = await Profile.findOne({ where, transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: true });
  const at = clock.now();
  const before: Drafts = inForce?.drafts ?? {};
  const snapshot = await freezeImported({ lawyerId, source, taken, at }, t);
  await decide({ actor, snapshot, before: inForce?.snapshot ?? null, changed, at }, t);
  const region = (changed.basic ?? before.basic)?.rows[0]?.values['addressRegion'];
  await profile.update(
    {
      state: 'approved',
      version: profile.version + 1,
      snapshotId: snapshot.id,
      approvedSnapshotId: snapshot.id,
      submittedAt: at,
      decidedAt: at,
      reopenedReason: '',
      doubts: 0,
      changedSections: '',
      region: typeof region === 'string' ? region : null,
      doneSections: commonlyDone(await readWhole(lawyerId, t)),
      changedAt: at,
    },
    { transaction: t },
  );
  if (changed.basic) {
    await writeBack({ actor, lawyerId, before: before.basic?.rows ?? null, after: changed.basic.rows }, t);
  }
  if (changed.appointments) {
    const posts = { before: before.appointments?.rows ?? [], after: changed.appointments.rows };
    await registerPosts({ actor, lawyerId, ...posts }, t);
  }
  if (inForce) await writeHistory({ actor, lawyerId, changed, at, from: inForce.snapshot.id, to: snapshot.id }, t);
  const note = `${source.from}，数据截至${source.asOf}`;
  await writeEvent({ subject: ofProfile(profile.id), event: 'imported', by: actor, note }, t);
  await publish('profile.moved', { lawyerId }, t);
  const { given } = facts;
  await writeAudit(
    {
      actor,
      action: 'profile.imported',
      targetKind: 'profile',
      targetId: profile.id,
      target: `${String(given['name'])}（${String(given['licenceNo'])}）`,
      detail: note,
      evidence: JSON.stringify({ number: snapshot.number, hash: snapshot.hash }),
    },
    t,
  );
  await tellImported({ profile, source, name: String(given['name']) }, t);
}

/** The working copies follow, and all of it is frozen. */
async function freezeImported(
  what: { lawyerId: number; source: ImportSource; taken: GoodImport; at: number },
  t: Transaction,
): Promise<ProfileSnapshot> {
  const { lawyerId, source, taken, at } = what;
  const { changed, inForce, facts } = taken;
  const rows = await ProfileSectionRow.findAll({ where: { lawyerId }, transaction: t });
  for (const row of rows) {
    const data = changed[row.section];
    const columns = data && {
      ...toColumns(lawyerId, row.section, data.rows),
      saidNone: data.saidNone,
      schemaVersion: profileSection(row.section).version,
      version: row.version + 1,
      changedAt: at,
    };
    if (columns || row.isOpen) await row.update({ ...columns, isOpen: false }, { transaction: t });
  }
  const all: Drafts = { ...inForce?.drafts, ...changed };
  const sections = SECTION_KEYS.flatMap((key) => {
    const said = all[key];
    const version = rows.find(({ section }) => section === key)?.version ?? 0;
    return said ? [{ key, version, saidNone: said.saidNone, split: splitRows(key, said.rows) }] : [];
  });
  const number = (await ProfileSnapshot.count({ where: { lawyerId }, transaction: t })) + 1;
  const frozen = freezeSections({ lawyerId, number, given: facts.given, sections, source });
  return ProfileSnapshot.create(
    {
      lawyerId,
      number,
      kind: 'imported',
      ...frozen,
      idempotencyKey: `import-${number}`,
      outcome: 'approved',
      createdAt: at,
    },
    { transaction: t },
  );
}

/** Every section is passed: those that came by the other system, the others by whom they were passed before. */
async function decide(
  done: { actor: StaffActor; snapshot: ProfileSnapshot; before: ProfileSnapshot | null; changed: Drafts; at: number },
  t: Transaction,
): Promise<void> {
  const { actor, snapshot, before, changed, at } = done;
  const earlier = before ? await ProfileDecision.findAll({ where: { snapshotId: before.id }, transaction: t }) : [];
  const verdicts = (Object.keys(snapshot.content.sections) as SectionKey[]).map((section) => {
    const kept = changed[section] ? undefined : earlier.find((one) => one.section === section);
    const by = kept
      ? { byId: null, byName: kept.byName, at: kept.at }
      : { byId: actor.accountId, byName: PASSED_BY, at };
    return { snapshotId: snapshot.id, section, verdict: 'pass' as const, opinion: '', ...by };
  });
  await ProfileDecision.bulkCreate(verdicts, { transaction: t });
}

async function writeHistory(
  done: { actor: StaffActor; lawyerId: number; changed: Drafts; at: number; from: number; to: number },
  t: Transaction,
): Promise<void> {
  const { actor, lawyerId, changed, at, from, to } = done;
  const rows = (Object.keys(changed) as SectionKey[]).map((section) => ({
    lawyerId,
    section,
    beforeSnapshotId: from,
    afterSnapshotId: to,
    byWhat: 'import' as const,
    changeId: null,
    byId: actor.accountId,
    byName: actor.name,
    at,
  }));
  await ProfileHistory.bulkCreate(rows, { transaction: t });
}

async function tellImported(
  { profile, source, name }: { profile: Profile; source: ImportSource; name: string },
  t: Transaction,
): Promise<void> {
  const event = 'profile_imported';
  const data = { applicant: name, source: source.from, asOf: source.asOf, url: `${env.PUBLIC_URL}/profile` };
  const words = { title: INBOX_EVENTS[event], body: await composeLine(event, 'inbox.txt', data) };
  const member = { kind: 'lawyer', id: profile.lawyerId } as const;
  await tell({ member, event, words, subject: ofProfile(profile.id), page: 'profile' }, t);
}
