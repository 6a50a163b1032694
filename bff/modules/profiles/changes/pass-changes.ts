import type { StaffActor } from '../../../actor.ts';
import type { PassProfileChangesParsed } from '../../../contract/profile-changes/schemas.ts';
import type { PassedProfiles } from '../../../contract/profile/replies.ts';
import { AppError } from '../../../errors.ts';
import { compareChange } from './compare-change.ts';
import { decideChange } from './decide-change.ts';
import { judgeChanged, readInForce } from './in-force.ts';
import { loadChange } from './load-change.ts';

type Item = PassProfileChangesParsed['items'][number];

/**
 * Passes changes in which nothing is doubtful today and nobody else has changed the same, each in its own transaction: the
 * refusal of one stops no other, and comes back as its words.
 */
export async function passChanges(batch: { actor: StaffActor; items: readonly Item[] }): Promise<PassedProfiles> {
  const items: PassedProfiles['items'] = [];
  for (const item of batch.items) items.push({ id: item.id, failure: await passOne(batch.actor, item) });
  return { items };
}

async function passOne(actor: StaffActor, { id, version }: Item): Promise<string> {
  try {
    if (await isDoubtful(actor, id)) return '有存疑或冲突，请打开后审核';
    await decideChange({ actor, id, input: { version, verdict: 'pass', opinion: '', resolved: {} } });
    return '';
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

/**
 * Whether a change has become doubtful: since it was asked for, a day may have passed, a rule may be new, or somebody may
 * have changed the same section.
 */
async function isDoubtful(actor: StaffActor, id: number): Promise<boolean> {
  const { change, profile } = await loadChange(actor, id);
  // Such a change is tried all the same: deciding it says why it cannot be decided.
  if (change.state !== 'waiting' || profile.state !== 'approved') return false;
  const inForce = await readInForce(profile);
  const { rows, conflicts } = compareChange(change, inForce, true);
  const { section: key, saidNone } = change;
  const { doubts } = judgeChanged(inForce, { key, data: { rows, saidNone } });
  return conflicts.length > 0 || Object.keys(doubts).length > 0;
}
