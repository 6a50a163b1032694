import type { Field, Section } from '../forms/language.ts';
import type { PatternName } from '../forms/patterns.ts';
import type { ProfileTable } from './tables/tables.ts';

/** Rules of the profile: pure functions of these names in bff/modules/profiles/rules. */
export type ProfileRule =
  | 'birthInNumber'
  | 'ageInNumber'
  | 'politicalStatusSet'
  | 'engagementInNumber'
  | 'emergencyContact'
  | 'homeAddress'
  | 'educationAge'
  | 'oneOngoing'
  | 'highestUnfinished'
  | 'overseasInChina'
  | 'isbnDigit'
  | 'requiredDocuments'
  | 'formerJudge'
  | 'toldRelative'
  | 'relativeInJudiciary'
  | 'townshipLevel'
  | 'examScore'
  | 'fullMember'
  | 'workGap';
export type ProfileField = Field<ProfileTable, PatternName>;
export type ProfileSection = Section<ProfileTable, ProfileRule, PatternName>;
