import { exportEndpoints } from '../../contract/exports/endpoints.ts';
import * as schemas from '../../contract/exports/schemas.ts';
import { route } from '../../http/route.ts';
import { listShownMessages } from '../outbox/list-shown-messages.ts';
import { listPayments } from '../payments/paying/list-payments.ts';
import { listAssessments, listDues } from '../registry/overviews/list-yearly-records.ts';
import { listAudit } from '../audit/list-audit.ts';
import { listQueue } from '../certificates/applying/list-applications.ts';
import { listPapers } from '../papers/orders/list-papers.ts';
import { listDiscipline } from '../registry/discipline/list-discipline.ts';
import { listFirms } from '../registry/firms/list-firms.ts';
import { listLawyers } from '../registry/lawyers/list-lawyers.ts';
import { wholeFirms, wholeLawyers } from '../registry/overviews/whole-members.ts';
import * as columns from './columns.ts';
import { exportList } from './export-list.ts';
import { firmColumns, lawyerColumns } from './member-columns.ts';
import * as money from './money-columns.ts';

export const exportRoutes = [
  route(exportEndpoints.exportQueue, { query: schemas.exportQueue }, async ({ actor, query }) =>
    exportList({
      actor,
      list: '证明申请',
      filter: query,
      columns: columns.APPLICATION_COLUMNS,
      read: (page) => listQueue({ ...query, ...page }),
    }),
  ),
  route(exportEndpoints.exportFirms, { query: schemas.exportFirms }, async ({ actor, query }) =>
    exportList({
      actor,
      list: '律所',
      filter: query,
      columns: firmColumns(actor),
      read: async (page) => wholeFirms(await listFirms({ ...query, ...page })),
    }),
  ),
  route(exportEndpoints.exportLawyers, { query: schemas.exportLawyers }, async ({ actor, query }) =>
    exportList({
      actor,
      list: '律师',
      filter: query,
      columns: lawyerColumns(actor),
      read: async (page) => wholeLawyers(await listLawyers({ ...query, ...page })),
    }),
  ),
  route(exportEndpoints.exportDiscipline, { query: schemas.exportDiscipline }, async ({ actor, query }) =>
    exportList({
      actor,
      list: '行业处分',
      filter: query,
      columns: columns.DISCIPLINE_COLUMNS,
      read: (page) => listDiscipline({ ...query, ...page }),
    }),
  ),
  route(exportEndpoints.exportPapers, { query: schemas.exportPapers }, async ({ actor, query }) =>
    exportList({
      actor,
      list: '纸质证明',
      filter: query,
      columns: columns.PAPER_COLUMNS,
      read: (page) => listPapers({ ...query, ...page }),
    }),
  ),
  route(exportEndpoints.exportAudit, { query: schemas.exportAudit }, async ({ actor, query }) =>
    exportList({
      actor,
      list: '操作日志',
      filter: query,
      columns: columns.AUDIT_COLUMNS,
      read: (page) => listAudit({ ...query, ...page }),
    }),
  ),
  route(exportEndpoints.exportDues, { query: schemas.exportDues }, async ({ actor, query }) =>
    exportList({
      actor,
      list: '会费',
      filter: query,
      columns: money.DUES_COLUMNS,
      read: (page) => listDues({ ...query, ...page }),
    }),
  ),
  route(exportEndpoints.exportAssessments, { query: schemas.exportAssessments }, async ({ actor, query }) =>
    exportList({
      actor,
      list: '年度考核',
      filter: query,
      columns: money.ASSESSMENT_COLUMNS,
      read: (page) => listAssessments({ ...query, ...page }),
    }),
  ),
  route(exportEndpoints.exportPayments, { query: schemas.exportPayments }, async ({ actor, query }) =>
    exportList({
      actor,
      list: '订单',
      filter: query,
      columns: money.PAYMENT_COLUMNS,
      read: (page) => listPayments({ ...query, ...page }),
    }),
  ),
  route(exportEndpoints.exportMessages, { query: schemas.exportMessages }, async ({ actor, query }) =>
    exportList({
      actor,
      list: '消息',
      filter: query,
      columns: money.MESSAGE_COLUMNS,
      read: (page) => listShownMessages({ ...query, ...page }),
    }),
  ),
];
