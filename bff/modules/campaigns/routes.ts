import { campaignEndpoints as campaigns } from '../../contract/campaigns/endpoints.ts';
import * as replies from '../../contract/campaigns/replies.ts';
import * as schemas from '../../contract/campaigns/schemas.ts';
import { pageOf } from '../../contract/reply-parts.ts';
import { idParams, route } from '../../http/route.ts';
import { createCampaign, startCampaign, updateCampaign } from './office/enter-campaign.ts';
import { delayMembers, excuseMembers } from './office/grant.ts';
import { listCampaigns, listFirms, listMembers, showCampaign } from './office/list-campaigns.ts';
import { confirmUnchanged, listOwnCampaigns, showYearlyReview } from './reviewing/own-campaigns.ts';
import { closeCampaign } from './running/close-campaign.ts';

const detail = { params: idParams, reply: replies.campaignDetail };

/** 年度信息补全: campaigns of the staff, and what they ask of a lawyer. */
export const campaignRoutes = [
  route(campaigns.listCampaigns, { query: schemas.listCampaigns, reply: pageOf(replies.campaignRow) }, ({ query }) =>
    listCampaigns(query),
  ),
  route(
    campaigns.createCampaign,
    { body: schemas.createCampaign, reply: replies.campaignDetail },
    async ({ actor, body }) => showCampaign({ id: await createCampaign({ actor, input: body }) }),
  ),
  route(campaigns.showCampaign, detail, ({ params }) => showCampaign(params)),
  route(campaigns.updateCampaign, { ...detail, body: schemas.updateCampaign }, async ({ actor, params, body }) => {
    await updateCampaign({ actor, id: params.id, input: body });
    return showCampaign(params);
  }),
  route(campaigns.startCampaign, { ...detail, body: schemas.actOnCampaign }, async ({ actor, params, body }) => {
    await startCampaign({ actor, id: params.id, ...body });
    return showCampaign(params);
  }),
  route(campaigns.closeCampaign, { ...detail, body: schemas.actOnCampaign }, async ({ actor, params, body }) => {
    await closeCampaign({ actor, id: params.id, ...body });
    return showCampaign(params);
  }),
  route(
    campaigns.listCampaignMembers,
    { params: idParams, query: schemas.listCampaignMembers, reply: pageOf(replies.campaignMember) },
    ({ params, query }) => listMembers(params.id, query),
  ),
  route(
    campaigns.listCampaignFirms,
    { params: idParams, query: schemas.listCampaignFirms, reply: pageOf(replies.campaignFirm) },
    ({ params, query }) => listFirms(params.id, query),
  ),
  route(
    campaigns.delayMembers,
    { params: idParams, body: schemas.delayMembers, reply: replies.grantedMembers },
    ({ actor, params, body }) => delayMembers({ actor, id: params.id, input: body }),
  ),
  route(
    campaigns.excuseMembers,
    { params: idParams, body: schemas.excuseMembers, reply: replies.grantedMembers },
    ({ actor, params, body }) => excuseMembers({ actor, id: params.id, input: body }),
  ),
  route(campaigns.listOwnCampaigns, { reply: replies.ownCampaigns }, ({ actor }) => listOwnCampaigns({ actor })),
  route(campaigns.showYearlyReview, { params: idParams, reply: replies.yearlyReview }, ({ actor, params }) =>
    showYearlyReview({ actor, ...params }),
  ),
  route(
    campaigns.confirmUnchanged,
    { params: idParams, body: schemas.confirmUnchanged, reply: replies.yearlyReview },
    async ({ actor, params, body }) => {
      await confirmUnchanged({ actor, id: params.id, ...body });
      return showYearlyReview({ actor, ...params });
    },
  ),
];
