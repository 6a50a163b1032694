import { makeCampaign, openCampaign, yearlyFor } from '../../test/factories/campaign.ts';
import type { Cast } from '../../test/permissions/callers.ts';
import { answer, id, staff, type Row } from '../../test/permissions/row.ts';

const registrar = staff('registrar');
const firms = answer(200, 'firm', 'other firm');
const anyMember = answer(200, 'firm', 'other firm', 'lawyer', 'other lawyer');
/** Campaigns are for lawyers, and never for a firm. */
const lawyers = (status: number) => ({
  ...answer(status, 'lawyer', 'other lawyer'),
  ...answer(404, 'firm', 'other firm'),
});
const nobody = { licenceNos: ['14499201099999999'], reason: '产假，延至返岗后' };
const today = '2026-01-01';
const entered = {
  title: '年度信息补全',
  kind: 'completion',
  words: '',
  eligibility: null,
  opensOn: today,
  dueOn: '2099-11-30',
  graceUntil: '2099-12-31',
  isPriority: false,
};

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  listFirmLawyers: { realm: 'member', passes: firms },
  exportFirmLawyers: { realm: 'member', passes: firms },
  listFirmProgress: { realm: 'staff', passes: registrar },
  showAllProgress: { realm: 'staff', passes: registrar },
  listCampaigns: { realm: 'staff', passes: registrar },
  createCampaign: { realm: 'staff', passes: registrar, call: async () => ({ body: entered }) },
  showCampaign: { realm: 'staff', passes: registrar, hasObject: true, call: async () => id((await makeCampaign()).id) },
  updateCampaign: {
    realm: 'staff',
    passes: registrar,
    hasObject: true,
    call: async () => {
      const campaign = await makeCampaign();
      return { ...id(campaign.id), body: { ...entered, version: campaign.version } };
    },
  },
  startCampaign: {
    realm: 'staff',
    passes: registrar,
    hasObject: true,
    call: async () => {
      const campaign = await makeCampaign();
      return { ...id(campaign.id), body: { version: campaign.version } };
    },
  },
  closeCampaign: {
    realm: 'staff',
    passes: registrar,
    hasObject: true,
    call: async () => {
      const campaign = await openCampaign();
      return { ...id(campaign.id), body: { version: campaign.version } };
    },
  },
  listCampaignMembers: {
    realm: 'staff',
    passes: registrar,
    hasObject: true,
    call: async () => id((await makeCampaign()).id),
  },
  listCampaignFirms: {
    realm: 'staff',
    passes: registrar,
    hasObject: true,
    call: async () => id((await makeCampaign()).id),
  },
  delayMembers: {
    realm: 'staff',
    passes: registrar,
    hasObject: true,
    call: async () => ({ ...id((await openCampaign()).id), body: { ...nobody, dueOn: '2099-12-15' } }),
  },
  excuseMembers: {
    realm: 'staff',
    passes: registrar,
    hasObject: true,
    call: async () => ({ ...id((await openCampaign()).id), body: nobody }),
  },
  listOwnCampaigns: { realm: 'member', passes: anyMember },
  showYearlyReview: {
    realm: 'member',
    passes: lawyers(200),
    hasObject: true,
    call: async ({ lawyer }: Cast) => id((await yearlyFor(lawyer.id)).id),
  },
  confirmUnchanged: {
    realm: 'member',
    // Nothing of the profile was approved yet, so that nothing can be confirmed.
    passes: lawyers(409),
    call: async ({ lawyer }: Cast) => ({
      ...id((await yearlyFor(lawyer.id)).id),
      body: { version: 0, checkedRegistry: true },
    }),
  },
};
