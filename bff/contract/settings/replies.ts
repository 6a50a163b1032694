import { z } from 'zod';
import { changeRow } from '../two-person/replies.ts';
import { oneOf, reply } from '../reply-parts.ts';
import { ACTIVITY_APPROVALS, ROSTER_ORDERS, type RosterOrder } from './enums.ts';

/** What every client may know before anybody signs in. */
export const publicSettings = reply('PublicSettings', {
  association: z.string(),
  associationEnglish: z.string(),
  /** Telephone for basic data and for discipline records (certificates.md, step 4). */
  registryPhone: z.string(),
  disciplinePhone: z.string(),
  officeAddress: z.string(),
  officeMapPoint: z.string(),
  officeHours: z.string(),
  /** Numbers under which the site is on file; empty: there is none. */
  icpNumber: z.string(),
  policeNumber: z.string(),
  /** 用途 that members may choose from. */
  purposes: z.array(z.string()),
  /** What a paper copy and the postage of an order cost, in fen; 0: free. */
  copyFeeFen: z.int(),
  postageFen: z.int(),
  /** Paper that nobody pays for is given up so many days after the approval. */
  paperPaymentDays: z.int(),
  /** Members can pay by WeChat; otherwise only at the counter. */
  paysOnline: z.boolean(),
  /** What the mini-program asks a member to allow before telling by WeChat. */
  subscribeTemplates: z.array(z.string()),
  /** The same where somebody waits for an answer: a talk, a ticket. */
  answerTemplates: z.array(z.string()),
  /** The same where somebody signs up for an activity. */
  activityTemplates: z.array(z.string()),
  /** There is a mini-program that pages can lead into. */
  hasMiniProgram: z.boolean(),
  /** What the association's own site is called, whose accounts open ours; null: there is none. */
  memberCentre: z.string().nullable(),
  /** Codes can be sent to telephones. */
  hasSms: z.boolean(),
  /** The installation signs with a test certificate. */
  isTest: z.boolean(),
});
export type PublicSettings = z.infer<typeof publicSettings>;

/** All that the office sets itself, as schemas.ts takes it. */
export const settingsReply = reply('SettingsReply', {
  /** Sent back with a save: whoever saves over somebody else's newer one is refused. */
  version: z.int(),
  association: z.string(),
  associationEnglish: z.string(),
  registryPhone: z.string(),
  disciplinePhone: z.string(),
  officeAddress: z.string(),
  officeMapPoint: z.string(),
  officeHours: z.string(),
  icpNumber: z.string(),
  policeNumber: z.string(),
  purposes: z.array(z.string()),
  rosterOrder: z.enum(Object.keys(ROSTER_ORDERS) as [RosterOrder]),
  signatoryEnglish: z.string(),
  addressEnglish: z.string(),
  certificateEmail: z.string(),
  verifyingEnglish: z.string(),
  copyFeeFen: z.int(),
  postageFen: z.int(),
  refundApprovalFen: z.int(),
  applicationsPerHour: z.int(),
  bulkLawyersPerHour: z.int(),
  completionDays: z.int(),
  paperPaymentDays: z.int(),
  mailsPerRecipientDay: z.int(),
  blockedWords: z.array(z.string()),
  activityApproval: oneOf(ACTIVITY_APPROVALS),
  hoursRequirements: z.array(
    z.strictObject({
      from: z.int(),
      total: z.int(),
      ethics: z.int(),
      ethicsOnsite: z.int(),
      business: z.int(),
      newlySince: z.string(),
      newlyPercent: z.int(),
      government: z.int().nullable(),
      company: z.int().nullable(),
      legalAid: z.int().nullable(),
    }),
  ),
  yearlyHours: z.int(),
  dailyHours: z.int(),
  meetingFormats: z.array(
    z.strictObject({
      service: z.string(),
      name: z.array(z.string()),
      phone: z.array(z.string()),
      joined: z.array(z.string()),
      left: z.array(z.string()),
    }),
  ),
  activityHoldMinutes: z.int(),
  noShowLimit: z.int(),
  noShowMonths: z.int(),
  noShowDays: z.int(),
  chatOfferMinutes: z.int(),
  chatMostWaiting: z.int(),
  chatMostOwn: z.int(),
});
export type SettingsReply = z.infer<typeof settingsReply>;

/** After a save: as they are now, and what waits for a second person. */
export const settingsSaved = reply('SettingsSaved', { ...settingsReply.shape, waiting: changeRow.nullable() });
export type SettingsSaved = z.infer<typeof settingsSaved>;
