import type { StaffActor } from '../../../actor.ts';
import { isSensitive, SELF, type Row } from '../../../contract/form-reading/fields.ts';
import { toIso } from '../../../contract/dates.ts';
import { sectionInForce, withoutHidden } from '../../../contract/profile/field-settings.ts';
import { SECTION_KEYS, type SectionKey } from '../../../contract/profile/profile.ts';
import type { OpenedSection, ProfileDetail } from '../../../contract/profile/replies.ts';
import { AppError } from '../../../errors.ts';
import { ofProfile } from '../../../subject.ts';
import { listFiles } from '../../files/list-files.ts';
import { readFieldSettings } from '../../profile-fields/field-settings.ts';
import { readTimeline } from '../../timeline/read-timeline.ts';
import { tokensIn } from '../drafts/tokens-in.ts';
import { readFacts, type ProfileFacts } from '../facts/read-facts.ts';
import { ProfileDecision, ProfileSnapshot, type Profile } from '../model.ts';
import { loadProfile } from '../policy.ts';
import { presentTimeline } from '../present.ts';
import { wholeRows } from '../facts/stored.ts';
import { expectIntact } from '../submitting/freeze.ts';
import { isSameSection, submittedSections } from '../submitting/changes.ts';
import { passedBefore, type PassedBefore } from '../submitting/passed-before.ts';
import { doubtsOf, type Doubts } from './doubts.ts';
import { noteReading, noteView } from './note-view.ts';

type Shown = ProfileDetail['sections'][number];
type ShownRow = Shown['rows'][number];
const shownRows = (rows: readonly Row[]) => rows as readonly ShownRow[] as ShownRow[];

/**
 * The two snapshots that a review compares. What its member has taken back is nobody's to read any more: in its place stands
 * what was approved.
 */
export async function readSnapshots(profile: Profile) {
  const find = (id: number | null) => (id === null ? null : ProfileSnapshot.findByPk(id));
  const [latest, approved] = await Promise.all([find(profile.snapshotId), find(profile.approvedSnapshotId)]);
  for (const one of [latest, approved]) if (one) expectIntact(one);
  return { latest: latest?.outcome === 'withdrawn' ? approved : latest, approved };
}

/** What was submitted last, beside what was approved last; what is sensitive is not here. Throws `not_found`. */
export async function showProfile({ actor, id }: { actor: StaffActor; id: number }): Promise<ProfileDetail> {
  const profile = await loadProfile(actor, id);
  const { latest, approved } = await readSnapshots(profile);
  const facts = await readFacts(profile.lawyerId);
  const decided = latest ? await ProfileDecision.findAll({ where: { snapshotId: latest.id } }) : [];
  const doubts = latest ? doubtsOf(latest, facts) : {};
  const passed = latest ? await passedBefore(latest, profile) : new Map<SectionKey, PassedBefore>();
  await noteReading({ actor, lawyerId: profile.lawyerId, sections: latest ? submittedSections(latest) : [] });
  const [files, timeline] = await Promise.all([listFiles(ofProfile(id)), readTimeline(ofProfile(id))]);
  const { given } = facts;
  const sections = latest
    ? sectionsOf({ latest, before: beforeOf(latest, approved, facts), decided, passed, doubts, facts })
    : [];
  // What stands in fields that are not in use is shown nowhere, its files neither.
  const shown = new Set(sections.flatMap(({ key, rows, before }) => tokensIn(key, [...rows, ...(before ?? [])])));
  return {
    id,
    lawyerId: profile.lawyerId,
    name: String(given['name']),
    licenceNo: String(given['licenceNo']),
    firmName: String(given['firm']),
    state: profile.state,
    submittedAt: toIso(profile.submittedAt),
    region: profile.region ?? '',
    changed: SECTION_KEYS.filter((key) => profile.changedSections.includes(`,${key},`)),
    doubts: profile.doubts,
    version: profile.version,
    snapshotId: latest?.id ?? null,
    number: latest?.number ?? null,
    given: given as ProfileDetail['given'],
    fields: facts.fields,
    sections,
    files: files.filter((file) => shown.has(file.id)),
    timeline: presentTimeline(timeline, 'staff'),
    can: { decide: profile.state === 'waiting', reopen: profile.state === 'approved' },
  };
}

interface Compared {
  latest: ProfileSnapshot;
  before: Before;
  decided: readonly ProfileDecision[];
  passed: ReadonlyMap<SectionKey, PassedBefore>;
  doubts: Doubts;
  facts: ProfileFacts;
}
/** What a section is compared with: how it was approved, or, the first time, what the registry knew. */
interface Before {
  snapshot: ProfileSnapshot | null;
  rows: Partial<Record<SectionKey, readonly Row[]>>;
}

function beforeOf(latest: ProfileSnapshot, approved: ProfileSnapshot | null, facts: ProfileFacts): Before {
  if (!approved || approved.id === latest.id) {
    return { snapshot: null, rows: { basic: [{ id: SELF, values: facts.prefilled }] } };
  }
  const rows = SECTION_KEYS.map((key) => [key, approved.content.sections[key]?.rows] as const);
  return { snapshot: approved, rows: Object.fromEntries(rows) };
}

function sectionsOf({ latest, before, decided, passed, doubts, facts }: Compared): Shown[] {
  return SECTION_KEYS.flatMap((key): Shown[] => {
    const frozen = latest.content.sections[key];
    if (!frozen) return [];
    const section = sectionInForce(key, facts.fields);
    const decision = decided.find((one) => one.section === key);
    const rows = before.rows[key];
    const passedOne = passed.get(key);
    return [
      {
        key,
        rows: shownRows(withoutHidden(key, facts.fields, frozen.rows)),
        saidNone: frozen.saidNone,
        before: rows ? shownRows(withoutHidden(key, facts.fields, rows)) : null,
        isChanged: !isSameSection(latest, before.snapshot, key),
        passedBefore: passedOne ? { by: passedOne.by, at: toIso(passedOne.at) } : null,
        hasSensitive: section.fields.some((field) => isSensitive(section, field)),
        doubts: doubts[key] ?? {},
        verdict: decision?.verdict ?? null,
        opinion: decision?.opinion ?? '',
        decidedBy: decision?.byName ?? '',
      },
    ];
  });
}

/**
 * Shows a section whole, for a reason: each look is written down, for the member to read, in the transaction that reads.
 * Throws `not_found`.
 */
export async function openSection(look: {
  actor: StaffActor;
  id: number;
  section: SectionKey;
  reason: string;
}): Promise<OpenedSection> {
  const { actor, id, section, reason } = look;
  const profile = await loadProfile(actor, id);
  const { latest, approved } = await readSnapshots(profile);
  if (!latest?.content.sections[section]) throw new AppError('not_found');
  await noteView({ actor, profile, snapshot: latest, section, reason });
  const isFirst = approved === null || approved.id === latest.id;
  const fields = await readFieldSettings();
  const shown = (snapshot: ProfileSnapshot) => shownRows(withoutHidden(section, fields, wholeRows(snapshot, section)));
  return { rows: shown(latest), before: isFirst ? null : shown(approved) };
}
