import type { StaffActor } from '../../../actor.ts';
import type { PassedProfiles } from '../../../contract/profile/replies.ts';
import type { PassProfilesParsed } from '../../../contract/profile/schemas.ts';
import { AppError } from '../../../errors.ts';
import { readFacts } from '../facts/read-facts.ts';
import { ProfileSnapshot } from '../model.ts';
import { loadProfile } from '../policy.ts';
import { submittedSections } from '../submitting/changes.ts';
import { decideProfile } from './decide-profile.ts';
import { doubtsOf, isBeyondDoubt } from './doubts.ts';

type Item = PassProfilesParsed['items'][number];

/**
 * Passes profiles in which nothing is doubtful today, each in its own transaction: the refusal of one stops no other, and
 * comes back as its words.
 */
export async function passProfiles(batch: { actor: StaffActor; items: readonly Item[] }): Promise<PassedProfiles> {
  const items: PassedProfiles['items'] = [];
  for (const item of batch.items) items.push({ id: item.id, failure: await passOne(batch.actor, item) });
  return { items };
}

async function passOne(actor: StaffActor, { id, snapshotId }: Item): Promise<string> {
  try {
    const profile = await loadProfile(actor, id);
    const where = { id: snapshotId, lawyerId: profile.lawyerId };
    const snapshot = await ProfileSnapshot.findOne({ where, rejectOnEmpty: new AppError('not_found') });
    // The profile is judged again: since it was submitted, a day may have passed, or a rule may be new.
    if (!isBeyondDoubt(doubtsOf(snapshot, await readFacts(profile.lawyerId)))) return '有存疑，请打开后逐项审核';
    const decisions = submittedSections(snapshot).map((section) => ({
      section,
      verdict: 'pass' as const,
      opinion: '',
    }));
    await decideProfile({ actor, id, input: { snapshotId, decisions } });
    return '';
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}
