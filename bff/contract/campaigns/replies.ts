import { z } from 'zod';
import { eligibility } from '../eligibility/schemas.ts';
import { day, instant, oneOf, reply } from '../reply-parts.ts';
import { CAMPAIGN_KINDS, CAMPAIGN_PROGRESS, CAMPAIGN_STATES } from './enums.ts';

const counts = z.strictObject({
  untouched: z.int(),
  filling: z.int(),
  waiting: z.int(),
  rejected: z.int(),
  approved: z.int(),
  excused: z.int(),
});
export type CampaignCounts = z.infer<typeof counts>;

export const campaignRow = reply('CampaignRow', {
  id: z.int(),
  title: z.string(),
  kind: oneOf(CAMPAIGN_KINDS),
  state: oneOf(CAMPAIGN_STATES),
  opensOn: day,
  dueOn: day,
  graceUntil: day,
  isPriority: z.boolean(),
  counts,
});
export type CampaignRow = z.infer<typeof campaignRow>;

export const campaignDetail = reply('CampaignDetail', {
  ...campaignRow.shape,
  words: z.string(),
  eligibility: eligibility.nullable(),
  createdBy: z.string(),
  openedAt: instant.nullable(),
  closedAt: instant.nullable(),
  closedBy: z.string(),
  version: z.int(),
  can: z.strictObject({ edit: z.boolean(), start: z.boolean(), close: z.boolean(), grant: z.boolean() }),
});
export type CampaignDetail = z.infer<typeof campaignDetail>;

export const campaignMember = reply('CampaignMember', {
  id: z.int(),
  lawyerId: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  firmName: z.string(),
  state: oneOf(CAMPAIGN_PROGRESS),
  doneAt: instant.nullable(),
  isLate: z.boolean(),
  /** 延期; null: as everybody. */
  dueOn: day.nullable(),
  reason: z.string(),
  grantedBy: z.string(),
});
export type CampaignMember = z.infer<typeof campaignMember>;

export const campaignFirm = reply('CampaignFirm', { id: z.int(), name: z.string(), counts });
export type CampaignFirm = z.infer<typeof campaignFirm>;

/** What became of 延期 or 豁免. */
export const grantedMembers = reply('GrantedMembers', {
  changed: z.int(),
  /** Numbers of nobody whom the campaign is for. */
  unknown: z.array(z.string()),
});
export type GrantedMembers = z.infer<typeof grantedMembers>;

/** A campaign as the lawyer meets it. */
export const ownCampaign = reply('OwnCampaign', {
  id: z.int(),
  title: z.string(),
  kind: oneOf(CAMPAIGN_KINDS),
  words: z.string(),
  /** The own deadline, where there is one. */
  dueOn: day,
  graceUntil: day,
  state: oneOf(CAMPAIGN_PROGRESS),
  isLate: z.boolean(),
  isPriority: z.boolean(),
});
export type OwnCampaign = z.infer<typeof ownCampaign>;
export const ownCampaigns = reply('OwnCampaigns', { items: z.array(ownCampaign) });
export type OwnCampaigns = z.infer<typeof ownCampaigns>;

/** 年度核对: what is to be looked at before it is confirmed. */
export const yearlyReview = reply('YearlyReview', {
  ...ownCampaign.shape,
  version: z.int(),
  /** What the registry says otherwise than when the profile was approved. */
  registryChanges: z.array(z.strictObject({ label: z.string(), before: z.string(), after: z.string() })),
  can: z.strictObject({ confirm: z.boolean() }),
});
export type YearlyReview = z.infer<typeof yearlyReview>;
