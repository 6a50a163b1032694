import { EDUCATION_TABLES } from './education.ts';
import { PERSON_TABLES } from './person.ts';
import { PRACTICE_TABLES } from './practice.ts';
import { RECORD_TABLES } from './records.ts';

/** Every table that a field of the profile may name; countries and regions stand apart, as they are large. */
export const PROFILE_TABLES = { ...PERSON_TABLES, ...EDUCATION_TABLES, ...PRACTICE_TABLES, ...RECORD_TABLES } as const;
export type ProfileTable = keyof typeof PROFILE_TABLES | 'country';
