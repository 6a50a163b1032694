import type { SectionData } from '../../../contract/form-reading/fields.ts';
import type { ProfileRule, ProfileSection } from '../../../contract/profile/language.ts';
import * as basic from './basic-rules.ts';
import type { Finding, Rule, RuleInput } from './finding.ts';
import { formerJudge } from './former-judge.ts';
import * as lists from './list-rules.ts';
import { workGap } from './work-gap.ts';

/** Name of a rule → the rule; sections name theirs. */
const RULES: Readonly<Record<ProfileRule, Rule>> = {
  birthInNumber: basic.birthInNumber,
  ageInNumber: basic.ageInNumber,
  politicalStatusSet: basic.politicalStatusSet,
  engagementInNumber: basic.engagementInNumber,
  emergencyContact: basic.emergencyContact,
  homeAddress: basic.homeAddress,
  educationAge: lists.educationAge,
  oneOngoing: lists.oneOngoing,
  highestUnfinished: lists.highestUnfinished,
  overseasInChina: lists.overseasInChina,
  isbnDigit: lists.isbnDigit,
  requiredDocuments: lists.requiredDocuments,
  formerJudge,
  toldRelative: lists.toldRelative,
  relativeInJudiciary: lists.relativeInJudiciary,
  townshipLevel: lists.townshipLevel,
  examScore: lists.examScore,
  fullMember: lists.fullMember,
  workGap,
};

/** What the rules of a section find in it. */
export const findingsOf = (
  section: Pick<ProfileSection, 'rules'>,
  { rows }: SectionData,
  beside: Omit<RuleInput, 'rows'>,
): Finding[] => section.rules.flatMap((name) => RULES[name]({ ...beside, rows }));
