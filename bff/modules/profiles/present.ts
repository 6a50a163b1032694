import type { Actor } from '../../actor.ts';
import { toIso } from '../../contract/dates.ts';
import type { ProfileEvent } from '../../contract/profile/enums.ts';
import type { OwnProfile } from '../../contract/profile/replies.ts';

interface Fact {
  event: ProfileEvent;
  at: number;
  byKind: 'member' | 'staff' | 'system';
  byName: string;
  note: string;
}

/** A timeline: members read of the association, not of a person. */
export const presentTimeline = (facts: readonly Fact[], reader: 'member' | Actor['kind']): OwnProfile['timeline'] =>
  facts.map(({ event, at, byKind, byName, note }) => ({
    event,
    at: toIso(at),
    by: byKind === 'staff' && reader !== 'staff' ? '协会' : byName,
    note,
  }));
