import { z } from 'zod';
import { chatPeriod } from '../chat-statistics/schemas.ts';
import { activityPeriod } from '../activity-statistics/schemas.ts';
import { rosterOf } from '../activities/schemas.ts';
import { listCampaignMembers } from '../campaigns/schemas.ts';
import { listQueue } from '../certificates/schemas.ts';
import { pageQuery } from '../fields.ts';
import { listAudit } from '../audit/schemas.ts';
import { listMessages } from '../notifications/schemas.ts';
import { listPapers } from '../papers/schemas.ts';
import { listDiscipline, listFirms, listLawyers } from '../registry/schemas.ts';
import type { SectionKey } from '../profile/profile.ts';
import { listProfiles } from '../profile/schemas.ts';
import { EXPORTED_SECTIONS } from '../profile/sheets.ts';
import { listPayments } from '../payments/schemas.ts';
import { statisticsPeriod } from '../ticket-statistics/schemas.ts';
import { listAssessments, listDues, listLawyerRecords } from '../records/schemas.ts';

/** An export takes the filters of its list and every page of it. */
const PAGING = { cursor: true, limit: true } as const;

export const exportQueue = listQueue.omit(PAGING);
export const exportFirms = listFirms.omit(PAGING);
export const exportLawyers = listLawyers.omit(PAGING);
export const exportDiscipline = listDiscipline.omit(PAGING);
export const exportPapers = listPapers.omit(PAGING);
export const exportAudit = listAudit.omit(PAGING);
export const exportDues = listDues.omit(PAGING);
export const exportAssessments = listAssessments.omit(PAGING);
export const exportPayments = listPayments.omit(PAGING);
export const exportMessages = listMessages.omit(PAGING);
export const exportTicketFigures = statisticsPeriod;
export const exportChatFigures = chatPeriod;
export const exportRegistrations = rosterOf;
export const exportActivityFigures = activityPeriod;
export const exportCampaignMembers = listCampaignMembers.omit(PAGING).extend({
  campaign: z.coerce.number({ error: '请选择活动' }).int().positive(),
});
/** What is in force in one section of profiles. */
export const exportProfileSections = listProfiles.pick({ search: true, firm: true }).extend({
  section: z.enum(EXPORTED_SECTIONS as [SectionKey, ...SectionKey[]], { error: '请选择可以导出的内容' }),
});
/** Records about lawyers that no page lists: everything that can be brought in can be had as well. */
export const exportHours = listLawyerRecords.omit(PAGING);
export const exportAppointments = listLawyerRecords.omit(PAGING);
export const exportPeriods = listLawyerRecords.omit(PAGING);

/** A list and its filters, to be made into a file in the background where it is long. */
export const orderExport = z.discriminatedUnion(
  'list',
  [
    z.strictObject({ list: z.literal('applications'), filter: exportQueue }),
    z.strictObject({ list: z.literal('firms'), filter: exportFirms }),
    z.strictObject({ list: z.literal('lawyers'), filter: exportLawyers }),
    z.strictObject({ list: z.literal('discipline'), filter: exportDiscipline }),
    z.strictObject({ list: z.literal('papers'), filter: exportPapers }),
    z.strictObject({ list: z.literal('audit'), filter: exportAudit }),
    z.strictObject({ list: z.literal('dues'), filter: exportDues }),
    z.strictObject({ list: z.literal('assessments'), filter: exportAssessments }),
    z.strictObject({ list: z.literal('payments'), filter: exportPayments }),
    z.strictObject({ list: z.literal('messages'), filter: exportMessages }),
    z.strictObject({ list: z.literal('ticket-figures'), filter: exportTicketFigures }),
    z.strictObject({ list: z.literal('chat-figures'), filter: exportChatFigures }),
    z.strictObject({ list: z.literal('registrations'), filter: exportRegistrations }),
    z.strictObject({ list: z.literal('activity-figures'), filter: exportActivityFigures }),
    z.strictObject({ list: z.literal('campaign-members'), filter: exportCampaignMembers }),
    z.strictObject({ list: z.literal('profile-sections'), filter: exportProfileSections }),
    z.strictObject({ list: z.literal('hours'), filter: exportHours }),
    z.strictObject({ list: z.literal('appointments'), filter: exportAppointments }),
    z.strictObject({ list: z.literal('periods'), filter: exportPeriods }),
  ],
  { error: '请选择要导出的列表' },
);
export type OrderExport = z.input<typeof orderExport>;

export const listExports = z.strictObject(pageQuery);
export type ListExports = z.input<typeof listExports>;

export type ExportQueue = z.input<typeof exportQueue>;
export type ExportFirms = z.input<typeof exportFirms>;
export type ExportLawyers = z.input<typeof exportLawyers>;
export type ExportDiscipline = z.input<typeof exportDiscipline>;
export type ExportPapers = z.input<typeof exportPapers>;
export type ExportAudit = z.input<typeof exportAudit>;
export type ExportDues = z.input<typeof exportDues>;
export type ExportAssessments = z.input<typeof exportAssessments>;
export type ExportPayments = z.input<typeof exportPayments>;
export type ExportMessages = z.input<typeof exportMessages>;
export type ExportTicketFigures = z.input<typeof exportTicketFigures>;
export type ExportChatFigures = z.input<typeof exportChatFigures>;
export type ExportActivityFigures = z.input<typeof exportActivityFigures>;
export type ExportRegistrations = z.input<typeof exportRegistrations>;
export type ExportHours = z.input<typeof exportHours>;
export type ExportAppointments = z.input<typeof exportAppointments>;
export type ExportPeriods = z.input<typeof exportPeriods>;
export type ExportCampaignMembers = z.input<typeof exportCampaignMembers>;
export type ExportProfileSections = z.input<typeof exportProfileSections>;
