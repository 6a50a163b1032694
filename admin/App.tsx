import { Navigate, type RouteObject } from 'react-router';
import { pageUrl } from './addresses.ts';
import { SessionGate } from './providers/session.tsx';
import { activities } from './resources/activities/index.tsx';
import { activitySeries } from './resources/activity-series/index.tsx';
import { activityStatistics } from './resources/activity-statistics/index.tsx';
import { activations } from './resources/activations/index.tsx';
import { announcements } from './resources/announcements/index.tsx';
import { applications } from './resources/applications/index.tsx';
import { audit } from './resources/audit/index.tsx';
import { photos } from './resources/photos/index.tsx';
import { campaigns } from './resources/campaigns/index.tsx';
import { chat } from './resources/chat/index.tsx';
import { corrections } from './resources/corrections/index.tsx';
import { discipline } from './resources/discipline/index.tsx';
import { duty } from './resources/duty/index.tsx';
import { externalHours } from './resources/external-hours/index.tsx';
import { faq } from './resources/faq/index.tsx';
import { firms } from './resources/firms/index.tsx';
import { imports } from './resources/imports/index.tsx';
import { jobs } from './resources/jobs/index.tsx';
import { lawyers } from './resources/lawyers/index.tsx';
import { matters } from './resources/matters/index.tsx';
import { messages } from './resources/messages/index.tsx';
import { ticketTerms } from './resources/ticket-terms/index.tsx';
import { officeHours } from './resources/office-hours/index.tsx';
import { overview } from './resources/overview/index.tsx';
import { papers } from './resources/papers/index.tsx';
import { payments } from './resources/payments/index.tsx';
import { profileFields } from './resources/profile-fields/index.tsx';
import { profileImports } from './resources/profile-imports/index.tsx';
import { profiles } from './resources/profiles/index.tsx';
import { ratings } from './resources/ratings/index.tsx';
import { records } from './resources/records/index.tsx';
import { retention } from './resources/retention/index.tsx';
import { selfAudits } from './resources/self-audits/index.tsx';
import { session } from './resources/session/index.tsx';
import { SessionDoor } from './resources/session/SessionDoor.tsx';
import { settings } from './resources/settings/index.tsx';
import { staff } from './resources/staff/index.tsx';
import { chatStatistics } from './resources/chat-statistics/index.tsx';
import { ticketStatistics } from './resources/ticket-statistics/index.tsx';
import { statistics } from './resources/statistics/index.tsx';
import { transfers } from './resources/transfers/index.tsx';
import { tickets } from './resources/tickets/index.tsx';
import { types } from './resources/types/index.tsx';
import { NotFound, Unopened } from './shell/Dead.tsx';
import { HomePartsProvider } from './shell/home-parts.tsx';
import type { Resource } from './shell/resource.tsx';
import { Shell } from './shell/Shell.tsx';
import { SubjectPartsProvider } from './subjects/parts.tsx';

/** Every resource, in the order of work: the menu has it, group by group. */
const RESOURCES: readonly Resource[] = [
  overview,
  applications,
  matters,
  papers,
  statistics,
  types,
  firms,
  lawyers,
  activations,
  corrections,
  profiles,
  campaigns,
  photos,
  activities,
  activitySeries,
  activityStatistics,
  externalHours,
  announcements,
  chat,
  tickets,
  duty,
  ratings,
  ticketStatistics,
  chatStatistics,
  faq,
  discipline,
  records,
  imports,
  profileImports,
  transfers,
  payments,
  audit,
  selfAudits,
  messages,
  jobs,
  staff,
  officeHours,
  ticketTerms,
  profileFields,
  retention,
  settings,
  session,
];
const menu = RESOURCES.flatMap((resource) => resource.menu ?? []);
const subjectParts = RESOURCES.flatMap((resource) => resource.subjectParts ?? []);
const homeParts = RESOURCES.flatMap((resource) => resource.homeParts ?? []);

export const routes: RouteObject[] = [
  {
    path: '/',
    element: (
      <SessionGate door={(presence, visit) => <SessionDoor presence={presence} visit={visit} />}>
        <SubjectPartsProvider value={subjectParts}>
          <HomePartsProvider value={homeParts}>
            <Shell menu={menu} />
          </HomePartsProvider>
        </SubjectPartsProvider>
      </SessionGate>
    ),
    hydrateFallbackElement: <></>,
    errorElement: <Unopened />,
    children: [
      {
        errorElement: <Unopened />,
        children: [
          ...RESOURCES.flatMap((resource) => resource.pages),
          { path: 'login', element: <Navigate to={pageUrl('home')} replace /> },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
];
