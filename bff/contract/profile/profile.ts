import type { ProfileSection } from './language.ts';
import { APPOINTMENTS } from './sections/appointments.ts';
import { AWARDS } from './sections/awards.ts';
import { BASIC } from './sections/basic.ts';
import { DOCUMENTS } from './sections/documents.ts';
import { EDUCATION } from './sections/education.ts';
import { FAMILY } from './sections/family.ts';
import { LANGUAGES } from './sections/languages.ts';
import { PARTY } from './sections/party.ts';
import { POLITICS } from './sections/politics.ts';
import { PUBLICATIONS } from './sections/publications.ts';
import { PUBLIC_SERVICE } from './sections/public-service.ts';
import { QUALIFICATIONS } from './sections/qualifications.ts';
import { SOCIAL_POSTS } from './sections/social-posts.ts';
import { WORK } from './sections/work.ts';

/** 信息补全: thirteen sections, and 党员信息 for whom 政治面貌 asks for it, in the order in which they are shown. */
export const PROFILE = {
  basic: BASIC,
  education: EDUCATION,
  work: WORK,
  appointments: APPOINTMENTS,
  socialPosts: SOCIAL_POSTS,
  politics: POLITICS,
  awards: AWARDS,
  publicService: PUBLIC_SERVICE,
  publications: PUBLICATIONS,
  qualifications: QUALIFICATIONS,
  languages: LANGUAGES,
  documents: DOCUMENTS,
  family: FAMILY,
  party: PARTY,
} as const satisfies Record<string, ProfileSection>;
export type SectionKey = keyof typeof PROFILE;

/** Their keys, in that order. */
export const SECTION_KEYS = Object.keys(PROFILE) as SectionKey[];

/** What only its member can say: that the registry is right, that relatives and the emergency contact were told. */
export const DECLARED: readonly string[] = ['verdict', 'told', 'emergencyTold'];

/** A section, as wide as the language. */
export const profileSection = (key: SectionKey): ProfileSection => PROFILE[key];
