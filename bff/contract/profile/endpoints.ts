import { endpoint, type Page } from '../endpoint.ts';
import type {
  OpenedSection,
  OwnProfile,
  PassedProfiles,
  ProfileDetail,
  ProfilePresence,
  ProfileRegions,
  ProfileRow,
  ProfileSummary,
  ProfileViews,
  SavedSection,
} from './replies.ts';
import type {
  AnswerConsent,
  ConfirmBasic,
  DecideProfile,
  ListProfiles,
  OpenIdentity,
  OpenSection,
  PassProfiles,
  ReopenProfile,
  SaveSection,
  SubmitProfile,
} from './schemas.ts';

export type * from './replies.ts';

export const profileEndpoints = {
  showOwnProfile: endpoint<{ reply: OwnProfile }>()({
    method: 'GET',
    path: '/me/profile',
    access: 'member',
    summary: "The lawyer's own profile, whole; a firm has none",
  }),
  showProfileSummary: endpoint<{ reply: ProfileSummary }>()({
    method: 'GET',
    path: '/me/profile/summary',
    access: 'member',
    summary: 'How far the own profile is, without what it says',
  }),
  saveSection: endpoint<{ params: { section: string }; body: SaveSection; reply: SavedSection }>()({
    method: 'PUT',
    path: '/me/profile/sections/:section',
    access: 'member',
    summary: 'Keeps what is typed in a section, complete or not; an older version than the stored one is refused',
  }),
  confirmBasic: endpoint<{ body: ConfirmBasic; reply: OwnProfile }>()({
    method: 'POST',
    path: '/me/profile/confirmation',
    access: 'member',
    summary: 'Confirms 基本信息 as it stands',
  }),
  answerSensitiveConsent: endpoint<{ body: AnswerConsent; reply: OwnProfile }>()({
    method: 'POST',
    path: '/me/profile/consents',
    access: 'member',
    summary: 'Agrees, or not, to what is sensitive in a section being asked for; a refusal removes what stands there',
  }),
  submitProfile: endpoint<{ body: SubmitProfile; reply: OwnProfile }>()({
    method: 'POST',
    path: '/me/profile/submissions',
    access: 'member',
    summary: 'Submits the profile for review; answers everything that is missing',
  }),
  withdrawProfile: endpoint<{ reply: OwnProfile }>()({
    method: 'POST',
    path: '/me/profile/withdrawal',
    access: 'member',
    summary: 'Takes back what was submitted and is not decided',
  }),
  listProfileViews: endpoint<{ reply: ProfileViews }>()({
    method: 'GET',
    path: '/me/profile/views',
    access: 'member',
    summary: 'Who of the staff opened sensitive parts of it, when and why',
  }),
  showOwnProfileFile: endpoint<{ params: { file: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/me/profile/files/:file',
    access: 'member',
    summary: 'A file of the own profile',
    replies: 'file',
  }),
  listProfiles: endpoint<{ query: ListProfiles; reply: Page<ProfileRow> }>()({
    method: 'GET',
    path: '/staff/profiles',
    access: ['registrar'],
    summary: 'Profiles in one state, waiting ones unless another is asked for; those that were submitted first, first',
  }),
  listProfileRegions: endpoint<{ reply: ProfileRegions }>()({
    method: 'GET',
    path: '/staff/profile-regions',
    access: ['registrar'],
    summary: 'Counties that profiles wait from, and how many from each',
  }),
  passProfiles: endpoint<{ body: PassProfiles; reply: PassedProfiles }>()({
    method: 'POST',
    path: '/staff/profile-passes',
    access: ['registrar'],
    summary: 'Passes profiles in which nothing is doubtful, one after the other; answers what became of each',
  }),
  showProfile: endpoint<{ params: { id: string }; reply: ProfileDetail }>()({
    method: 'GET',
    path: '/staff/profiles/:id',
    access: ['registrar'],
    summary: 'What was submitted last, beside what was approved last; without what is sensitive',
  }),
  meetAtProfile: endpoint<{ params: { id: string }; reply: ProfilePresence }>()({
    method: 'PUT',
    path: '/staff/profiles/:id/presence',
    access: ['registrar'],
    summary: 'Says that one has a profile open, and hears who else has',
  }),
  leaveProfile: endpoint<{ params: { id: string }; reply: null }>()({
    method: 'DELETE',
    path: '/staff/profiles/:id/presence',
    access: ['registrar'],
    summary: 'Says that one has gone on to something else',
  }),
  openProfileSection: endpoint<{ params: { id: string }; body: OpenSection; reply: OpenedSection }>()({
    method: 'POST',
    path: '/staff/profiles/:id/openings',
    access: ['registrar'],
    summary: 'Shows what is sensitive in a section, for a reason that the member reads',
  }),
  decideProfile: endpoint<{ params: { id: string }; body: DecideProfile; reply: ProfileDetail }>()({
    method: 'POST',
    path: '/staff/profiles/:id/decision',
    access: ['registrar'],
    summary: 'Passes or rejects what was submitted, section by section',
  }),
  reopenProfile: endpoint<{ params: { id: string }; body: ReopenProfile; reply: ProfileDetail }>()({
    method: 'POST',
    path: '/staff/profiles/:id/reopening',
    access: ['registrar'],
    summary: 'Gives an approved profile back to be mended; what was approved stays in force meanwhile',
  }),
  showProfileFile: endpoint<{ params: { id: string; file: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/staff/profiles/:id/files/:file',
    access: ['registrar'],
    summary: 'A file of a profile; an identity document only by its opening',
    replies: 'file',
  }),
  openProfileIdentity: endpoint<{ params: { id: string; file: string }; body: OpenIdentity; reply: ArrayBuffer }>()({
    method: 'POST',
    path: '/staff/profiles/:id/files/:file/openings',
    access: ['registrar'],
    summary: 'One identity document of a profile, for a reason that the member reads',
    replies: 'file',
  }),
} as const;
