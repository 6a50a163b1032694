import type { StaffActor } from '../../../actor.ts';
import { isSensitive, type Row } from '../../../contract/form-reading/fields.ts';
import { toIso } from '../../../contract/dates.ts';
import { profileSection, SECTION_KEYS, type SectionKey } from '../../../contract/profile/profile.ts';
import type { OpenedSection, ProfileDetail } from '../../../contract/profile/replies.ts';
import { AppError } from '../../../errors.ts';
import { ofProfile } from '../../../subject.ts';
import { listFiles } from '../../files/list-files.ts';
import { readTimeline } from '../../timeline/read-timeline.ts';
import { readFacts } from '../facts/read-facts.ts';
import { judgeProfile } from '../drafts/judge-profile.ts';
import { ProfileDecision, ProfileSnapshot, type Profile } from '../model.ts';
import { loadProfile } from '../policy.ts';
import { presentTimeline } from '../present.ts';
import { expectIntact, wholeRows } from '../submitting/freeze.ts';
import { isSameSection } from './changes.ts';
import { noteView } from './note-view.ts';
import { sectionOfFile } from './section-of-file.ts';

type Shown = ProfileDetail['sections'][number];
type ShownRow = Shown['rows'][number];
const shownRows = (rows: readonly Row[]) => rows as readonly ShownRow[] as ShownRow[];

/** The two snapshots that a review compares. */
export async function readSnapshots(profile: Profile) {
  const find = (id: number | null) => (id === null ? null : ProfileSnapshot.findByPk(id));
  const [latest, approved] = await Promise.all([find(profile.snapshotId), find(profile.approvedSnapshotId)]);
  for (const one of [latest, approved]) if (one) expectIntact(one);
  return { latest, approved };
}

/** What was submitted last, beside what was approved last; what is sensitive is not here. Throws `not_found`. */
export async function showProfile({ actor, id }: { actor: StaffActor; id: number }): Promise<ProfileDetail> {
  const profile = await loadProfile(actor, id);
  const { latest, approved } = await readSnapshots(profile);
  const facts = await readFacts(profile.lawyerId);
  const decided = latest ? await ProfileDecision.findAll({ where: { snapshotId: latest.id } }) : [];
  const [files, timeline] = await Promise.all([listFiles(ofProfile(id)), readTimeline(ofProfile(id))]);
  const { given } = facts;
  return {
    id,
    lawyerId: profile.lawyerId,
    name: String(given['name']),
    licenceNo: String(given['licenceNo']),
    firmName: String(given['firm']),
    state: profile.state,
    submittedAt: toIso(profile.submittedAt),
    version: profile.version,
    snapshotId: latest?.id ?? null,
    number: latest?.number ?? null,
    given: given as ProfileDetail['given'],
    sections: latest
      ? sectionsOf(latest, approved === latest ? null : approved, decided, judgedDoubts(latest, facts))
      : [],
    files: files.filter((file) => sectionOfFile([latest, approved], file.id) !== undefined),
    timeline: presentTimeline(timeline, 'staff'),
    can: { decide: profile.state === 'waiting', reopen: profile.state === 'approved' },
  };
}

type Doubts = Partial<Record<SectionKey, Record<string, string>>>;

/** What the rules find in what was submitted, today. */
function judgedDoubts(latest: ProfileSnapshot, facts: Parameters<typeof judgeProfile>[1]): Doubts {
  const keys = Object.keys(latest.content.sections) as SectionKey[];
  const drafts = keys.map((key) => {
    const saidNone = latest.content.sections[key]?.saidNone ?? false;
    return [key, { rows: wholeRows(latest, key), saidNone }] as const;
  });
  return Object.fromEntries(judgeProfile(Object.fromEntries(drafts), facts).map(({ key, doubts }) => [key, doubts]));
}

function sectionsOf(
  latest: ProfileSnapshot,
  approved: ProfileSnapshot | null,
  decided: readonly ProfileDecision[],
  doubts: Doubts,
): Shown[] {
  return SECTION_KEYS.flatMap((key): Shown[] => {
    const frozen = latest.content.sections[key];
    if (!frozen) return [];
    const section = profileSection(key);
    const decision = decided.find((one) => one.section === key);
    const before = approved?.content.sections[key]?.rows;
    return [
      {
        key,
        rows: shownRows(frozen.rows),
        saidNone: frozen.saidNone,
        before: before ? shownRows(before) : null,
        isChanged: !isSameSection(latest, approved, key),
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
  return {
    rows: shownRows(wholeRows(latest, section)),
    before: isFirst ? null : shownRows(wholeRows(approved, section)),
  };
}
