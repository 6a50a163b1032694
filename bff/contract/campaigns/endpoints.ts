import { endpoint, type Page } from '../endpoint.ts';
import type {
  CampaignDetail,
  CampaignFirm,
  CampaignMember,
  CampaignRow,
  GrantedMembers,
  OwnCampaigns,
  YearlyReview,
} from './replies.ts';
import type {
  ActOnCampaign,
  ConfirmUnchanged,
  CreateCampaign,
  DelayMembers,
  ExcuseMembers,
  ListCampaignFirms,
  ListCampaignMembers,
  ListCampaigns,
  UpdateCampaign,
} from './schemas.ts';

export type * from './replies.ts';

type OfOne = { params: { id: string } };

export const campaignEndpoints = {
  listCampaigns: endpoint<{ query: ListCampaigns; reply: Page<CampaignRow> }>()({
    method: 'GET',
    path: '/staff/campaigns',
    access: ['registrar'],
    summary: 'Campaigns, the latest first, each with its counters',
  }),
  createCampaign: endpoint<{ body: CreateCampaign; reply: CampaignDetail }>()({
    method: 'POST',
    path: '/staff/campaigns',
    access: ['registrar'],
    summary: 'Writes a campaign as a draft',
  }),
  showCampaign: endpoint<OfOne & { reply: CampaignDetail }>()({
    method: 'GET',
    path: '/staff/campaigns/:id',
    access: ['registrar'],
    summary: 'One campaign',
  }),
  updateCampaign: endpoint<OfOne & { body: UpdateCampaign; reply: CampaignDetail }>()({
    method: 'PUT',
    path: '/staff/campaigns/:id',
    access: ['registrar'],
    summary: 'Changes a campaign; of one that has begun, its words and deadlines alone',
  }),
  startCampaign: endpoint<OfOne & { body: ActOnCampaign; reply: CampaignDetail }>()({
    method: 'POST',
    path: '/staff/campaigns/:id/start',
    access: ['registrar'],
    summary: 'Has a campaign begin on its day: whom it is for is written down then',
  }),
  closeCampaign: endpoint<OfOne & { body: ActOnCampaign; reply: CampaignDetail }>()({
    method: 'POST',
    path: '/staff/campaigns/:id/closing',
    access: ['registrar'],
    summary: 'Ends a campaign before its last day; the list of who has not done it stays as it is then',
  }),
  listCampaignMembers: endpoint<OfOne & { query: ListCampaignMembers; reply: Page<CampaignMember> }>()({
    method: 'GET',
    path: '/staff/campaigns/:id/members',
    access: ['registrar'],
    summary: 'Whom a campaign is for, and how far each is',
  }),
  listCampaignFirms: endpoint<OfOne & { query: ListCampaignFirms; reply: Page<CampaignFirm> }>()({
    method: 'GET',
    path: '/staff/campaigns/:id/firms',
    access: ['registrar'],
    summary: 'How many of each firm are how far with a campaign',
  }),
  delayMembers: endpoint<OfOne & { body: DelayMembers; reply: GrantedMembers }>()({
    method: 'POST',
    path: '/staff/campaigns/:id/delays',
    access: ['registrar'],
    summary: 'Gives lawyers, or all of a firm, a later deadline, with the reason',
  }),
  excuseMembers: endpoint<OfOne & { body: ExcuseMembers; reply: GrantedMembers }>()({
    method: 'POST',
    path: '/staff/campaigns/:id/excuses',
    access: ['registrar'],
    summary: 'Excuses lawyers, or all of a firm, with the reason',
  }),
  listOwnCampaigns: endpoint<{ reply: OwnCampaigns }>()({
    method: 'GET',
    path: '/me/campaigns',
    access: 'member',
    summary: 'Campaigns under way that are for the lawyer; a firm has none',
  }),
  showYearlyReview: endpoint<OfOne & { reply: YearlyReview }>()({
    method: 'GET',
    path: '/me/campaigns/:id',
    access: 'member',
    summary: 'One campaign of the own ones, with what the registry says otherwise since the last approval',
  }),
  confirmUnchanged: endpoint<OfOne & { body: ConfirmUnchanged; reply: YearlyReview }>()({
    method: 'POST',
    path: '/me/campaigns/:id/confirmation',
    access: 'member',
    summary: '年度核对: says that everything is as it was approved; nobody has to review it',
  }),
} as const;
