import type { MemberActor } from '../../../actor.ts';
import { NO_DATA } from '../../../contract/form-reading/fields.ts';
import type { SectionLabel } from '../../../contract/profile/enums.ts';
import { isSensitiveSection } from '../../../contract/profile/consents.ts';
import type { SectionKey } from '../../../contract/profile/profile.ts';
import type { OwnProfile, SectionReply } from '../../../contract/profile/replies.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { selectTogether } from '../../../platform/db/database.ts';
import { attachmentOf } from '../../files/list-files.ts';
import { filesOfFound } from '../../files/list-files-of.ts';
import { appointmentsOf } from '../../registry/facts/read-records.ts';
import type { AppointmentFact } from '../../registry/facts/records.ts';
import { timelineOfFound, type TimelineFact } from '../../timeline/read-timeline.ts';
import type { ProfileFacts } from '../facts/read-facts.ts';
import { isEditable, lawyerOf } from '../policy.ts';
import { presentTimeline } from '../present.ts';
import { isConfirmed, percentOf, readOpinions, type Opinions } from './how-far.ts';
import type { JudgedSection } from './judge-profile.ts';
import { presentWhole, wholeOf, type WholeProfile } from './read-whole.ts';

function labelOf(
  whole: WholeProfile,
  { key, isComplete, isTouched, data }: JudgedSection,
  opinion: string,
): SectionLabel {
  const state = whole.profile?.state ?? 'untouched';
  if (state === 'waiting') return 'waiting';
  if (state === 'approved') return 'approved';
  if (opinion !== '') return 'rejected';
  if (!isComplete || !isTouched) return 'empty';
  if (key === 'basic' && !isConfirmed(whole)) return 'unconfirmed';
  if (key === 'family' && data.rows.length === 0 && !data.saidNone) return 'declined';
  return data.saidNone ? 'none' : 'filled';
}

function presentSection(whole: WholeProfile, judged: JudgedSection, opinions: Opinions): SectionReply {
  const { key, isComplete, faults, doubts } = judged;
  const { rows, saidNone } = whole.drafts[key] ?? NO_DATA;
  const opinion = opinions[key] ?? '';
  const version = whole.rows.find(({ section }) => section === key)?.version ?? 0;
  const label = labelOf(whole, judged, opinion);
  const shown = rows.map(({ id, variant, values }) => ({
    id,
    ...(variant !== undefined && { variant }),
    values: values as SectionReply['rows'][number]['values'],
  }));
  const consent = isSensitiveSection(key) ? whole.facts.consents[key] : null;
  return { key, label, isComplete, version, rows: shown, saidNone, faults, doubts, opinion, consent };
}

/** One section, as the form shows it after a save. */
export async function presentOne(whole: WholeProfile, key: SectionKey): Promise<SectionReply | null> {
  const judged = whole.judged.find((one) => one.key === key);
  return judged ? presentSection(whole, judged, await readOpinions(whole)) : null;
}

/** The actor's own profile. Throws `not_found` for a firm. */
export async function showOwnProfile({ actor }: { actor: MemberActor }): Promise<OwnProfile> {
  const lawyerId = lawyerOf(actor);
  const own = { sql: 'SELECT id AS owner FROM profiles WHERE lawyer_id = ?', values: [lawyerId] };
  const { files, timeline, appointments, ...read } = await selectTogether({
    ...wholeOf(lawyerId),
    files: filesOfFound('profile', own),
    timeline: timelineOfFound('profile', own),
    appointments: appointmentsOf([lawyerId]),
  });
  const whole = await presentWhole(lawyerId, read);
  const { profile, judged, facts } = whole;
  const opinions = await readOpinions(whole);
  const state = profile?.state ?? 'untouched';
  const edit = isEditable(state);
  return {
    state,
    percent: percentOf(whole),
    sections: judged.map((one) => presentSection(whole, one, opinions)),
    given: facts.given as OwnProfile['given'],
    fields: facts.fields,
    registered: registeredOf(facts, appointments),
    serviceGoal: {
      year: clock.today().slice(0, 4),
      hours: facts.policy.serviceHours,
      cases: facts.policy.serviceCases,
    },
    isConfirmed: isConfirmed(whole),
    isConfirmationVoid: edit && profile !== null && profile.confirmedAt !== null && !isConfirmed(whole),
    reopenedReason: state === 'rejected' ? (profile?.reopenedReason ?? '') : '',
    files: files.map(attachmentOf),
    // writeEvent takes no other event.
    timeline: presentTimeline(timeline as TimelineFact<'profile'>[], 'member'),
    can: { edit, confirm: edit && !isConfirmed(whole), submit: edit, withdraw: state === 'waiting' },
  };
}

function registeredOf(
  { periods }: ProfileFacts,
  appointments: readonly Omit<AppointmentFact, 'lawyerId'>[],
): OwnProfile['registered'] {
  const firms = periods.map(({ firmName: title, fromOn, untilOn }) => ({ title, fromOn, untilOn }));
  const posts = appointments.map(({ body, position, fromOn, untilOn }) => ({
    title: `${body} · ${position}`,
    fromOn,
    untilOn,
  }));
  return [
    ...firms.reverse().map((one) => ({ section: 'work' as const, ...one })),
    ...posts.reverse().map((one) => ({ section: 'appointments' as const, ...one })),
  ];
}
