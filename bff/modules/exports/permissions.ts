import { makeActivity } from '../../test/factories/activities/activity.ts';
import { clock } from '../../platform/clock/clock.ts';
import { makeCampaign } from '../../test/factories/campaign.ts';
import { anyStaff, answer, id, staff, type Row } from '../../test/permissions/row.ts';
import { ExportRun } from './model.ts';

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  exportQueue: { realm: 'staff', passes: staff('reviewer') },
  exportFirms: { realm: 'staff', passes: anyStaff },
  exportLawyers: { realm: 'staff', passes: anyStaff },
  exportDiscipline: { realm: 'staff', passes: staff('reviewer', 'registrar') },
  exportPapers: { realm: 'staff', passes: staff('reviewer', 'service', 'finance') },
  exportDues: { realm: 'staff', passes: anyStaff },
  exportAssessments: { realm: 'staff', passes: anyStaff },
  exportHours: { realm: 'staff', passes: anyStaff },
  exportAppointments: { realm: 'staff', passes: anyStaff },
  exportPeriods: { realm: 'staff', passes: anyStaff },
  exportPayments: { realm: 'staff', passes: staff('finance') },
  exportMessages: { realm: 'staff', passes: staff('reviewer', 'service') },
  exportCampaignMembers: {
    realm: 'staff',
    passes: staff('registrar'),
    call: async () => ({ query: { campaign: String((await makeCampaign()).id) } }),
  },
  exportProfileSections: {
    realm: 'staff',
    passes: staff('registrar'),
    call: () => Promise.resolve({ query: { section: 'education' } }),
  },
  exportTicketFigures: {
    realm: 'staff',
    passes: staff('registrar', 'service', 'reviewer', 'finance', 'events'),
    call: async () => ({ query: { from: '2026-11-01', to: '2026-11-30' } }),
  },
  exportChatFigures: {
    realm: 'staff',
    passes: staff('service'),
    call: async () => ({ query: { from: '2026-11-01', to: '2026-11-30' } }),
  },
  exportActivityFigures: {
    realm: 'staff',
    passes: staff('events'),
    call: async () => ({ query: { from: '2026-11-01', to: '2026-11-30' } }),
  },
  exportRegistrations: {
    realm: 'staff',
    passes: staff('events'),
    call: async () => ({ query: { activityId: String((await makeActivity()).activity.id) } }),
  },
  exportAudit: { realm: 'staff', passes: staff() },
  orderExport: {
    realm: 'staff',
    // Every colleague may order something; this list is for those who pay.
    passes: { ...answer(403, 'reviewer', 'registrar', 'events', 'service'), ...staff('finance') },
    call: async () => ({ body: { list: 'payments', filter: {} } }),
  },
  listExports: { realm: 'staff', passes: anyStaff },
  downloadExport: {
    realm: 'staff',
    // Somebody else's: there is no such thing, not even for administrators.
    passes: answer(404, 'reviewer', 'registrar', 'events', 'service', 'finance', 'administrator'),
    hasObject: true,
    call: async () => {
      const run = await ExportRun.create({
        list: 'firms',
        filter: {},
        accountId: 0,
        accountName: '会员管理人员',
        address: '127.0.0.1',
        state: 'made',
        rowsDone: 0,
        createdAt: clock.now(),
        endedAt: clock.now(),
        keptUntil: clock.now(),
      });
      return id(run.id);
    },
  },
};
