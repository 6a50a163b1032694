import { ProfileChange } from '../../modules/profiles/change-model.ts';
import { askChange } from '../../modules/profiles/changes/ask-change.ts';
import { showArchive } from '../../modules/profiles/changes/show-archive.ts';
import { decideProfile } from '../../modules/profiles/review/decide-profile.ts';
import { ProfileSnapshot } from '../../modules/profiles/model.ts';
import { submittedSections } from '../../modules/profiles/submitting/changes.ts';
import { lawyerActor, makeSubmitted } from './profiles/profile.ts';
import { givePassword, staffActor } from './registry.ts';

/** A change of an approved profile that waits, by the acts themselves. */
export async function makeAskedChange(lawyerId: number): Promise<ProfileChange> {
  await givePassword({ lawyerId }, 'lin-zhi-yuan-2026');
  const { id, snapshotId } = await makeSubmitted(lawyerId);
  const snapshot = await ProfileSnapshot.findByPk(snapshotId ?? 0, { rejectOnEmpty: true });
  const decisions = submittedSections(snapshot).map((section) => ({ section, verdict: 'pass' as const, opinion: '' }));
  await decideProfile({ actor: staffActor('registrar'), id, input: { snapshotId: snapshot.id, decisions } });
  const actor = await lawyerActor(lawyerId);
  const { version, sections } = await showArchive({ actor });
  const [first] = sections.find(({ key }) => key === 'education')?.rows ?? [];
  const rows = [{ ...first!, values: { ...first!.values, college: '法学院' } }];
  await askChange({ actor, key: 'education', input: { version, rows: rows as never, saidNone: false } });
  return ProfileChange.findOne({ where: { lawyerId, openMark: 'open' }, rejectOnEmpty: true });
}
