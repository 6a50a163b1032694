import type { SubjectKind } from './contract/registry/enums.ts';

/** What a timeline, a file, a message or an inbox entry is about: a kind, and an id within it. */
export interface SubjectRef<Kind extends string = string> {
  kind: Kind;
  id: number;
}

export const ofApplication = (id: number): SubjectRef<'application'> => ({ kind: 'application', id });

export const ofProfile = (id: number): SubjectRef<'profile'> => ({ kind: 'profile', id });
export const ofTicket = (id: number): SubjectRef<'ticket'> => ({ kind: 'ticket', id });

export const ofAnnouncement = (id: number): SubjectRef<'announcement'> => ({ kind: 'announcement', id });

export const ofPhoto = (id: number): SubjectRef<'photo'> => ({ kind: 'photo', id });

/** An activity: its poster. */
export const ofActivity = (id: number): SubjectRef<'activity'> => ({ kind: 'activity', id });

/** The same: its attachments. */
export const ofActivityFile = (id: number): SubjectRef<'activity_file'> => ({ kind: 'activity_file', id });

export const ofRegistration = (id: number): SubjectRef<'registration'> => ({ kind: 'registration', id });

/** A claim of hours that were earned elsewhere. */
export const ofHoursClaim = (id: number): SubjectRef<'hours_claim'> => ({ kind: 'hours_claim', id });

/** A firm or a lawyer. */
export type MemberId = SubjectRef<SubjectKind>;
