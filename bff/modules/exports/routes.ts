import { exportEndpoints } from '../../contract/exports/endpoints.ts';
import * as replies from '../../contract/exports/replies.ts';
import * as schemas from '../../contract/exports/schemas.ts';
import { pageOf } from '../../contract/reply-parts.ts';
import { idParams, route } from '../../http/route.ts';
import { downloadExport } from './download-export.ts';
import { exportList } from './export-list.ts';
import { listExports } from './list-exports.ts';
import { orderExport } from './order-export.ts';

export const exportRoutes = [
  route(exportEndpoints.exportQueue, { query: schemas.exportQueue }, ({ actor, query }) =>
    exportList({ actor, list: 'applications', filter: query }),
  ),
  route(exportEndpoints.exportFirms, { query: schemas.exportFirms }, ({ actor, query }) =>
    exportList({ actor, list: 'firms', filter: query }),
  ),
  route(exportEndpoints.exportLawyers, { query: schemas.exportLawyers }, ({ actor, query }) =>
    exportList({ actor, list: 'lawyers', filter: query }),
  ),
  route(exportEndpoints.exportDiscipline, { query: schemas.exportDiscipline }, ({ actor, query }) =>
    exportList({ actor, list: 'discipline', filter: query }),
  ),
  route(exportEndpoints.exportPapers, { query: schemas.exportPapers }, ({ actor, query }) =>
    exportList({ actor, list: 'papers', filter: query }),
  ),
  route(exportEndpoints.exportAudit, { query: schemas.exportAudit }, ({ actor, query }) =>
    exportList({ actor, list: 'audit', filter: query }),
  ),
  route(exportEndpoints.exportDues, { query: schemas.exportDues }, ({ actor, query }) =>
    exportList({ actor, list: 'dues', filter: query }),
  ),
  route(exportEndpoints.exportAssessments, { query: schemas.exportAssessments }, ({ actor, query }) =>
    exportList({ actor, list: 'assessments', filter: query }),
  ),
  route(exportEndpoints.exportPayments, { query: schemas.exportPayments }, ({ actor, query }) =>
    exportList({ actor, list: 'payments', filter: query }),
  ),
  route(exportEndpoints.exportMessages, { query: schemas.exportMessages }, ({ actor, query }) =>
    exportList({ actor, list: 'messages', filter: query }),
  ),
  route(exportEndpoints.exportTicketFigures, { query: schemas.exportTicketFigures }, ({ actor, query }) =>
    exportList({ actor, list: 'ticket-figures', filter: query }),
  ),
  route(exportEndpoints.exportChatFigures, { query: schemas.exportChatFigures }, ({ actor, query }) =>
    exportList({ actor, list: 'chat-figures', filter: query }),
  ),
  route(exportEndpoints.exportRegistrations, { query: schemas.exportRegistrations }, ({ actor, query }) =>
    exportList({ actor, list: 'registrations', filter: query }),
  ),
  route(exportEndpoints.exportActivityFigures, { query: schemas.exportActivityFigures }, ({ actor, query }) =>
    exportList({ actor, list: 'activity-figures', filter: query }),
  ),
  route(exportEndpoints.exportCampaignMembers, { query: schemas.exportCampaignMembers }, ({ actor, query }) =>
    exportList({ actor, list: 'campaign-members', filter: query }),
  ),
  route(exportEndpoints.exportProfileSections, { query: schemas.exportProfileSections }, ({ actor, query }) =>
    exportList({ actor, list: 'profile-sections', filter: query }),
  ),
  route(exportEndpoints.exportHours, { query: schemas.exportHours }, ({ actor, query }) =>
    exportList({ actor, list: 'hours', filter: query }),
  ),
  route(exportEndpoints.exportAppointments, { query: schemas.exportAppointments }, ({ actor, query }) =>
    exportList({ actor, list: 'appointments', filter: query }),
  ),
  route(exportEndpoints.exportPeriods, { query: schemas.exportPeriods }, ({ actor, query }) =>
    exportList({ actor, list: 'periods', filter: query }),
  ),
  route(exportEndpoints.orderExport, { body: schemas.orderExport, reply: replies.exportOrder }, ({ actor, body }) =>
    orderExport({ actor, ...body }),
  ),
  route(
    exportEndpoints.listExports,
    { query: schemas.listExports, reply: pageOf(replies.exportRun) },
    ({ actor, query }) => listExports({ actor, ...query }),
  ),
  route(exportEndpoints.downloadExport, { params: idParams }, ({ actor, params }) =>
    downloadExport({ actor, id: params.id }),
  ),
];
