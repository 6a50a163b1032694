import { endpoint, type Page } from '../endpoint.ts';
import type { OpenSection, SaveSection } from '../profile/schemas.ts';
import type { OpenedSection, PassedProfiles } from '../profile/replies.ts';
import type { AskedChange, OwnArchive, ProfileChangeDetail, ProfileChangeRow } from './replies.ts';
import type { DecideProfileChange, ListProfileChanges, PassProfileChanges } from './schemas.ts';

export type * from './replies.ts';

export const profileChangeEndpoints = {
  showArchive: endpoint<{ reply: OwnArchive }>()({
    method: 'GET',
    path: '/me/archive',
    access: 'member',
    summary: "What is in force of the lawyer's profile, with what waits to be changed; a firm has none",
  }),
  askProfileChange: endpoint<{ params: { section: string }; body: SaveSection; reply: AskedChange }>()({
    method: 'PUT',
    path: '/me/archive/sections/:section',
    access: 'member',
    summary: 'Changes a section of an approved profile: at once what may be, after a review the rest',
  }),
  withdrawProfileChange: endpoint<{ params: { id: string }; reply: OwnArchive }>()({
    method: 'POST',
    path: '/me/archive/changes/:id/withdrawal',
    access: 'member',
    summary: 'Takes back a change that is not decided',
  }),
  listProfileChanges: endpoint<{ query: ListProfileChanges; reply: Page<ProfileChangeRow> }>()({
    method: 'GET',
    path: '/staff/profile-changes',
    access: ['registrar'],
    summary: 'Changes of profiles in one state, waiting ones unless another is asked for, oldest first',
  }),
  passProfileChanges: endpoint<{ body: PassProfileChanges; reply: PassedProfiles }>()({
    method: 'POST',
    path: '/staff/profile-change-passes',
    access: ['registrar'],
    summary: 'Passes changes in which nothing is doubtful, one after the other; answers what became of each',
  }),
  showProfileChange: endpoint<{ params: { id: string }; reply: ProfileChangeDetail }>()({
    method: 'GET',
    path: '/staff/profile-changes/:id',
    access: ['registrar'],
    summary: 'A change beside what is in force now; without what is sensitive',
  }),
  openProfileChange: endpoint<{ params: { id: string }; body: Omit<OpenSection, 'section'>; reply: OpenedSection }>()({
    method: 'POST',
    path: '/staff/profile-changes/:id/openings',
    access: ['registrar'],
    summary: 'Shows what is sensitive in a change, for a reason that the member reads',
  }),
  decideProfileChange: endpoint<{ params: { id: string }; body: DecideProfileChange; reply: ProfileChangeDetail }>()({
    method: 'POST',
    path: '/staff/profile-changes/:id/decision',
    access: ['registrar'],
    summary: 'Puts a change into effect, conflicts settled one by one, or rejects it with an opinion',
  }),
} as const;
