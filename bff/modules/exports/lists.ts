import type { z, ZodType } from 'zod';
import type { Endpoint } from '../../contract/endpoint.ts';
import { exportEndpoints } from '../../contract/exports/endpoints.ts';
import type { ExportKey } from '../../contract/exports/enums.ts';
import * as schemas from '../../contract/exports/schemas.ts';
import { profileSection } from '../../contract/profile/profile.ts';
import type { StaffActor } from '../../actor.ts';
import type { ListPage } from '../../platform/db/keyset.ts';
import type { SheetCell, SheetColumn } from '../../platform/xlsx/write-xlsx.ts';
import { findActivity } from '../activities/office/load-activity.ts';
import { listRegistrations } from '../activities/office/list-registrations.ts';
import { listActivityFigures } from '../activities/statistics/show-statistics.ts';
import { listDailyFigures as listDailyChatFigures } from '../chat/statistics/show-statistics.ts';
import { listAudit } from '../audit/list-audit.ts';
import { inScope, listQueue } from '../certificates/applying/list-applications.ts';
import { listShownMessages } from '../outbox/list-shown-messages.ts';
import { listPapers } from '../papers/orders/list-papers.ts';
import { listPayments } from '../payments/paying/list-payments.ts';
import { listDiscipline } from '../registry/discipline/list-discipline.ts';
import { listFirms } from '../registry/firms/list-firms.ts';
import { listLawyers } from '../registry/lawyers/list-lawyers.ts';
import { listDailyFigures } from '../tickets/statistics/list-daily-figures.ts';
import { listMembers } from '../campaigns/office/list-campaigns.ts';
import { ACTIVITY_FIGURE_COLUMNS, CHAT_FIGURE_COLUMNS, TICKET_FIGURE_COLUMNS } from './figure-columns.ts';
import { listAppointments, listHours, listPeriods } from '../registry/overviews/list-lawyer-records.ts';
import { listAssessments, listDues } from '../registry/overviews/list-yearly-records.ts';
import { wholeFirms, wholeLawyers } from '../registry/overviews/whole-members.ts';
import { readFieldSettings } from '../profile-fields/field-settings.ts';
import { listInForce } from '../profiles/review/list-in-force.ts';
import * as columns from './columns.ts';
import { firmColumns, lawyerColumns, lawyerRecordColumns, profileSectionColumns } from './member-columns.ts';
import { registrationColumns } from './registration-columns.ts';
import * as money from './money-columns.ts';
import { ofAccounts, ofApplications, ofRow, ofSubject, type WhoseRows } from './whose-rows.ts';

/** A list with its filters, opened for reading. */
export interface OpenedList {
  /** What the sheet, and a file that is downloaded at once, is called; absent: as the list. */
  name?: string;
  columns: readonly SheetColumn[];
  read(page: ReadPage): Promise<{ rows: SheetCell[][]; lawyerIds: readonly number[]; next: string | null }>;
}
interface ReadPage {
  cursor: string | undefined;
  limit: number;
}

interface List {
  /** Whose access decides who may have it. */
  endpoint: Endpoint;
  /** @param filter what the list's schema made of the filters */
  open(filter: unknown, actor: StaffActor): OpenedList | Promise<OpenedList>;
}

const opened = <Row>(
  shown: readonly columns.ExportColumn<Row>[],
  read: (page: ReadPage) => Promise<Pick<ListPage<Row>, 'items' | 'next'>>,
  whose: WhoseRows<Row> = () => [],
): OpenedList => ({
  columns: shown,
  async read(page) {
    const { items, next } = await read(page);
    return { rows: items.map((row) => shown.map(({ text }) => text(row))), lawyerIds: await whose(items), next };
  },
});

function list<S extends ZodType>(
  endpoint: Endpoint,
  schema: S,
  open: (filter: z.output<S>, actor: StaffActor) => OpenedList | Promise<OpenedList>,
): List {
  return { endpoint, open: (filter, actor) => open(schema.parse(filter), actor) };
}

/** Every list that can be had as a file. */
export const LISTS: Record<ExportKey, List> = {
  applications: list(exportEndpoints.exportQueue, schemas.exportQueue, (filter, actor) =>
    opened(
      columns.APPLICATION_COLUMNS,
      (page) => listQueue({ ...inScope(actor, filter), ...page }),
      (rows) => ofApplications(rows.map(({ id }) => id)),
    ),
  ),
  firms: list(exportEndpoints.exportFirms, schemas.exportFirms, (filter, actor) =>
    opened(firmColumns(actor), async (page) => wholeFirms(await listFirms({ ...filter, ...page }))),
  ),
  lawyers: list(exportEndpoints.exportLawyers, schemas.exportLawyers, (filter, actor) =>
    opened(
      lawyerColumns(actor),
      async (page) => wholeLawyers(await listLawyers({ ...filter, ...page })),
      (rows) => rows.map(({ id }) => id),
    ),
  ),
  discipline: list(exportEndpoints.exportDiscipline, schemas.exportDiscipline, (filter) =>
    opened(columns.DISCIPLINE_COLUMNS, (page) => listDiscipline({ ...filter, ...page }), ofSubject),
  ),
  papers: list(exportEndpoints.exportPapers, schemas.exportPapers, (filter) =>
    opened(
      columns.PAPER_COLUMNS,
      (page) => listPapers({ ...filter, ...page }),
      (rows) => ofApplications(rows.map(({ applicationId }) => applicationId)),
    ),
  ),
  audit: list(exportEndpoints.exportAudit, schemas.exportAudit, (filter) =>
    opened(columns.AUDIT_COLUMNS, (page) => listAudit({ ...filter, ...page })),
  ),
  dues: list(exportEndpoints.exportDues, schemas.exportDues, (filter) =>
    opened(money.DUES_COLUMNS, (page) => listDues({ ...filter, ...page }), ofSubject),
  ),
  assessments: list(exportEndpoints.exportAssessments, schemas.exportAssessments, (filter) =>
    opened(money.ASSESSMENT_COLUMNS, (page) => listAssessments({ ...filter, ...page }), ofSubject),
  ),
  payments: list(exportEndpoints.exportPayments, schemas.exportPayments, (filter) =>
    opened(
      money.PAYMENT_COLUMNS,
      (page) => listPayments({ ...filter, ...page }),
      (rows) => ofAccounts(rows.map(({ accountId }) => accountId)),
    ),
  ),
  messages: list(exportEndpoints.exportMessages, schemas.exportMessages, (filter) =>
    opened(money.MESSAGE_COLUMNS, (page) => listShownMessages({ ...filter, ...page })),
  ),
  'ticket-figures': list(exportEndpoints.exportTicketFigures, schemas.exportTicketFigures, (filter, actor) =>
    opened(TICKET_FIGURE_COLUMNS, () => listDailyFigures({ actor, ...filter })),
  ),
  'chat-figures': list(exportEndpoints.exportChatFigures, schemas.exportChatFigures, (filter) =>
    opened(CHAT_FIGURE_COLUMNS, () => listDailyChatFigures(filter)),
  ),
  registrations: list(exportEndpoints.exportRegistrations, schemas.exportRegistrations, async (filter) => {
    const { activityId: id, ...rest } = filter;
    const { form, retired } = await findActivity(id);
    const columns = registrationColumns([...form, ...(retired ?? [])]);
    return opened(columns, (page) => listRegistrations({ id, ...rest, ...page }), ofRow);
  }),
  'activity-figures': list(exportEndpoints.exportActivityFigures, schemas.exportActivityFigures, (filter) =>
    opened(ACTIVITY_FIGURE_COLUMNS, () => listActivityFigures(filter)),
  ),
  'profile-sections': list(
    exportEndpoints.exportProfileSections,
    schemas.exportProfileSections,
    async ({ section, ...filter }) => ({
      ...opened(
        profileSectionColumns(section, await readFieldSettings()),
        (page) => listInForce({ section, ...filter, ...page }),
        ofRow,
      ),
      // The tab by which it is told when it is brought in again.
      name: profileSection(section).label,
    }),
  ),
  hours: list(exportEndpoints.exportHours, schemas.exportHours, (filter) =>
    opened(lawyerRecordColumns('hours'), (page) => listHours({ ...filter, ...page }), ofSubject),
  ),
  appointments: list(exportEndpoints.exportAppointments, schemas.exportAppointments, (filter) =>
    opened(lawyerRecordColumns('appointments'), (page) => listAppointments({ ...filter, ...page }), ofSubject),
  ),
  periods: list(exportEndpoints.exportPeriods, schemas.exportPeriods, (filter) =>
    opened(lawyerRecordColumns('periods'), (page) => listPeriods({ ...filter, ...page }), ofSubject),
  ),
  'campaign-members': list(
    exportEndpoints.exportCampaignMembers,
    schemas.exportCampaignMembers,
    ({ campaign, ...filter }) =>
      opened(columns.CAMPAIGN_MEMBER_COLUMNS, (page) => listMembers(campaign, { ...filter, ...page }), ofRow),
  ),
};
