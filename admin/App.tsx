import { Navigate, type RouteObject } from 'react-router';
import { activationEndpoints } from '../bff/contract/activation/endpoints.ts';
import { certificateEndpoints } from '../bff/contract/certificates/endpoints.ts';
import { importEndpoints } from '../bff/contract/imports/endpoints.ts';
import { notificationEndpoints } from '../bff/contract/notifications/endpoints.ts';
import { operationsEndpoints } from '../bff/contract/operations/endpoints.ts';
import { auditEndpoints } from '../bff/contract/audit/endpoints.ts';
import { settingsEndpoints } from '../bff/contract/settings/endpoints.ts';
import { recordEndpoints } from '../bff/contract/records/endpoints.ts';
import { paperEndpoints } from '../bff/contract/papers/endpoints.ts';
import { paymentEndpoints } from '../bff/contract/payments/endpoints.ts';
import { registryEndpoints } from '../bff/contract/registry/endpoints.ts';
import { selfAuditEndpoints } from '../bff/contract/self-audit/endpoints.ts';
import { reviewEndpoints } from '../bff/contract/review/endpoints.ts';
import { typeEndpoints } from '../bff/contract/certificate-types/endpoints.ts';
import { staffEndpoints } from '../bff/contract/staff/endpoints.ts';
import { menu } from './menu.tsx';
import { SessionGate } from './providers/session.tsx';
import { SessionDoor } from './resources/session/SessionDoor.tsx';
import { NotFound, Unopened } from './shell/Dead.tsx';
import { Guard } from './shell/Guard.tsx';
import type { MenuEntry } from './shell/menu-entry.ts';
import { Shell } from './shell/Shell.tsx';

/** Every resource: its list, show and edit, each loaded when first opened, each behind the endpoint it needs. */
const pages: RouteObject[] = [
  page('', operationsEndpoints.showOverview, async () => (await import('./resources/overview/Show.tsx')).OverviewShow),

  page(
    'applications',
    certificateEndpoints.listQueue,
    async () => (await import('./resources/applications/List.tsx')).ApplicationList,
  ),
  page(
    'applications/:id',
    certificateEndpoints.showStaffApplication,
    async () => (await import('./resources/applications/Show.tsx')).ApplicationShow,
  ),

  page(
    'statistics',
    reviewEndpoints.showReviewStatistics,
    async () => (await import('./resources/overview/Statistics.tsx')).StatisticsShow,
  ),
  page(
    'opinions',
    reviewEndpoints.updateOpinions,
    async () => (await import('./resources/applications/review/Opinions.tsx')).OpinionsEdit,
  ),
  page('types', typeEndpoints.createType, async () => (await import('./resources/types/List.tsx')).TypeList),
  page('types/new', typeEndpoints.createType, async () => (await import('./resources/types/New.tsx')).TypeNew),
  page('types/:id', typeEndpoints.showTypeForStaff, async () => (await import('./resources/types/Show.tsx')).TypeShow),
  page('types/:id/edit', typeEndpoints.updateType, async () => (await import('./resources/types/Edit.tsx')).TypeEdit),
  page(
    'types/:id/wording',
    typeEndpoints.publishWording,
    async () => (await import('./resources/types/Wording.tsx')).WordingEdit,
  ),
  page(
    'types/:id/compare',
    typeEndpoints.listWordings,
    async () => (await import('./resources/types/Compare.tsx')).WordingCompare,
  ),
  page('papers', paperEndpoints.listPapers, async () => (await import('./resources/papers/List.tsx')).PaperList),
  page('papers/:id', paperEndpoints.showPaper, async () => (await import('./resources/papers/Show.tsx')).PaperShow),

  page('imports', importEndpoints.checkImport, async () => (await import('./resources/imports/Import.tsx')).ImportPage),

  page('firms', registryEndpoints.listFirms, async () => (await import('./resources/firms/List.tsx')).FirmList),
  page('firms/new', registryEndpoints.createFirm, async () => (await import('./resources/firms/New.tsx')).FirmNew),
  page('firms/:id', registryEndpoints.showFirm, async () => (await import('./resources/firms/Show.tsx')).FirmShow),
  page(
    'firms/:id/edit',
    registryEndpoints.updateFirm,
    async () => (await import('./resources/firms/Edit.tsx')).FirmEdit,
  ),

  page('lawyers', registryEndpoints.listLawyers, async () => (await import('./resources/lawyers/List.tsx')).LawyerList),
  page(
    'lawyers/new',
    registryEndpoints.createLawyer,
    async () => (await import('./resources/lawyers/New.tsx')).LawyerNew,
  ),
  page(
    'lawyers/:id',
    registryEndpoints.showLawyer,
    async () => (await import('./resources/lawyers/Show.tsx')).LawyerShow,
  ),
  page(
    'lawyers/:id/edit',
    registryEndpoints.updateLawyer,
    async () => (await import('./resources/lawyers/Edit.tsx')).LawyerEdit,
  ),

  page(
    'activations',
    activationEndpoints.listActivations,
    async () => (await import('./resources/activations/List.tsx')).ActivationList,
  ),
  page(
    'contact-changes',
    activationEndpoints.listContactChanges,
    async () => (await import('./resources/activations/ContactChanges.tsx')).ContactChangeList,
  ),

  page(
    'discipline',
    registryEndpoints.listDiscipline,
    async () => (await import('./resources/discipline/List.tsx')).DisciplineList,
  ),
  page(
    'discipline/new',
    registryEndpoints.createDiscipline,
    async () => (await import('./resources/discipline/New.tsx')).DisciplineNew,
  ),
  page(
    'discipline/:id/edit',
    registryEndpoints.updateDiscipline,
    async () => (await import('./resources/discipline/Edit.tsx')).DisciplineEdit,
  ),

  page(
    'assessments',
    recordEndpoints.listAssessments,
    async () => (await import('./resources/records/AssessmentList.tsx')).AssessmentList,
  ),
  page('dues', recordEndpoints.listDues, async () => (await import('./resources/records/DuesList.tsx')).DuesList),
  // One pair of pages for every kind of record: all are written by the same role.
  page(
    'records/:kind/new',
    recordEndpoints.createAssessment,
    async () => (await import('./resources/records/New.tsx')).RecordNew,
  ),
  page(
    'records/:kind/:id/edit',
    recordEndpoints.updateAssessment,
    async () => (await import('./resources/records/Edit.tsx')).RecordEdit,
  ),

  page(
    'payments',
    paymentEndpoints.listPayments,
    async () => (await import('./resources/payments/List.tsx')).PaymentList,
  ),
  page(
    'payments/:id',
    paymentEndpoints.showStaffPayment,
    async () => (await import('./resources/payments/Show.tsx')).PaymentShow,
  ),
  page(
    'payment-bills',
    paymentEndpoints.listBills,
    async () => (await import('./resources/payments/Bills.tsx')).BillList,
  ),
  page(
    'payment-differences',
    paymentEndpoints.listDifferences,
    async () => (await import('./resources/payments/Differences.tsx')).DifferenceList,
  ),

  page('audit', auditEndpoints.listAudit, async () => (await import('./resources/audit/List.tsx')).AuditList),
  page(
    'self-audits',
    selfAuditEndpoints.listSelfAudits,
    async () => (await import('./resources/self-audits/List.tsx')).SelfAuditList,
  ),
  page(
    'self-audits/:id',
    selfAuditEndpoints.listSelfAuditFaults,
    async () => (await import('./resources/self-audits/Show.tsx')).SelfAuditShow,
  ),
  page(
    'messages',
    notificationEndpoints.listMessages,
    async () => (await import('./resources/messages/List.tsx')).MessageList,
  ),
  page('jobs', operationsEndpoints.listJobs, async () => (await import('./resources/jobs/List.tsx')).JobList),
  page(
    'settings',
    settingsEndpoints.showSettings,
    async () => (await import('./resources/settings/Edit.tsx')).SettingsEdit,
  ),
  page('staff', staffEndpoints.listStaff, async () => (await import('./resources/staff/List.tsx')).StaffList),
  page('staff/new', staffEndpoints.createStaff, async () => (await import('./resources/staff/New.tsx')).StaffNew),
  page('staff/:id', staffEndpoints.updateStaff, async () => (await import('./resources/staff/Show.tsx')).StaffShow),
  page(
    'second-factor',
    { access: 'staff' },
    async () => (await import('./resources/session/SecondFactor.tsx')).SecondFactor,
  ),
  page('password', { access: 'staff' }, async () => (await import('./resources/session/Password.tsx')).Password),
];

export const routes: RouteObject[] = [
  {
    path: '/',
    element: (
      <SessionGate door={(presence, visit) => <SessionDoor presence={presence} visit={visit} />}>
        <Shell menu={menu} />
      </SessionGate>
    ),
    hydrateFallbackElement: <></>,
    errorElement: <Unopened />,
    children: [
      {
        errorElement: <Unopened />,
        children: [
          ...pages,
          { path: 'login', element: <Navigate to="/" replace /> },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
];

type PageComponent = () => React.ReactElement;

function page(path: string, endpoint: MenuEntry['endpoint'], load: () => Promise<PageComponent>): RouteObject {
  return {
    ...(path === '' ? { index: true } : { path }),
    lazy: async () => {
      const Content = await load();
      return {
        element: (
          <Guard endpoint={endpoint}>
            <Content />
          </Guard>
        ),
      };
    },
  };
}
