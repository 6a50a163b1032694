import './connections.ts';
import Koa from 'koa';
import compress from 'koa-compress';
import path from 'node:path';
import { env } from './env.ts';
import { answerBeforeStop } from './http/drain.ts';
import { healthRoutes } from './http/health.ts';
import { isSent, linkCard } from './http/pages/link-card.ts';
import { mountRoutes, unknownEndpoint } from './http/mount.ts';
import { onError, onReplyError } from './http/on-error.ts';
import { openApi } from './http/openapi.ts';
import { rawPost } from './http/raw-post.ts';
import { requestLog } from './http/request-log.ts';
import type { Route } from './http/route.ts';
import { sandboxProxy } from './http/pages/sandbox-proxy.ts';
import type { SocketDoor } from './http/sockets.ts';
import { securityHeaders } from './http/security-headers.ts';
import { serveClients } from './http/pages/serve-clients.ts';
import { wechatDomainFiles } from './http/pages/wechat-domain-files.ts';
import { accountRoutes } from './modules/sign-in/routes.ts';
import { signInLook } from './modules/sign-in/sign-in-look.ts';
import { officeData } from './modules/settings/office-data.ts';
import { staffRoutes } from './modules/staff-accounts/routes.ts';
import { outboxRoutes } from './modules/outbox/routes.ts';
import { activationRoutes } from './modules/activation/routes.ts';
import { announcementRoutes } from './modules/announcements/routes.ts';
import { auditRoutes } from './modules/audit/routes.ts';
import { bulkRoutes } from './modules/bulk/routes.ts';
import { chatRatingRoutes } from './modules/chat/ratings/routes.ts';
import { chatStatisticsRoutes } from './modules/chat/statistics/routes.ts';
import { chatDeskRoutes, chatRoutes, chatSockets } from './modules/chat/routes.ts';
import { reviewRoutes } from './modules/certificates/review/routes.ts';
import { certificateRoutes } from './modules/certificates/routes.ts';
import { typeRoutes } from './modules/certificates/types/routes.ts';
import { faqRoutes } from './modules/faq/routes.ts';
import { fileRoutes } from './modules/files/routes.ts';
import { homeRoutes } from './modules/home/routes.ts';
import { notificationRoutes } from './modules/notifications/routes.ts';
import { importRoutes } from './modules/imports/routes.ts';
import { exportRoutes } from './modules/exports/routes.ts';
import { officeHoursRoutes } from './modules/office-hours/routes.ts';
import { operationsRoutes } from './modules/operations/routes.ts';
import { paperRoutes } from './modules/papers/routes.ts';
import { answerNotice } from './modules/payments/paying/answer-notice.ts';
import { NOTICE_PATH } from './modules/payments/books/notice-url.ts';
import { receiveNotice } from './modules/payments/paying/receive-notice.ts';
import { paymentRoutes } from './modules/payments/routes.ts';
import { externalHoursRoutes } from './modules/external-hours/routes.ts';
import { photoRoutes } from './modules/photos/routes.ts';
import { privacyRoutes } from './modules/privacy/routes.ts';
import { recipientRoutes } from './modules/recipients/routes.ts';
import { correctionRoutes } from './modules/registry/corrections/routes.ts';
import { recordRoutes } from './modules/registry/records/routes.ts';
import { registryRoutes } from './modules/registry/routes.ts';
import { searchRoutes } from './modules/search/routes.ts';
import { selfAuditRoutes } from './modules/self-audit/routes.ts';
import { readSettings } from './modules/settings/read-settings.ts';
import { settingsRoutes } from './modules/settings/routes.ts';
import { sharingRoutes } from './modules/sharing/routes.ts';
import { changeRoutes } from './modules/two-person/routes.ts';
import { answerLink } from './modules/verification/answer-link.ts';
import { verificationRoutes } from './modules/verification/routes.ts';
import { ticketDeskRoutes } from './modules/tickets/merging/routes.ts';
import { ticketFileRoutes } from './modules/tickets/attachments/routes.ts';
import { helpRoutes } from './modules/tickets/help/routes.ts';
import { fieldChangeRoutes } from './modules/tickets/field-changes/routes.ts';
import { handoverRoutes } from './modules/tickets/handover/routes.ts';
import { ticketDutyRoutes } from './modules/tickets/duty/routes.ts';
import { ticketRatingRoutes } from './modules/tickets/ratings/routes.ts';
import { ticketStatisticsRoutes } from './modules/tickets/statistics/routes.ts';
import { ticketClockRoutes } from './modules/tickets/clocks/routes.ts';
import { calendarRoutes } from './modules/activities/calendar/routes.ts';
import { doorRoutes } from './modules/activities/door/routes.ts';
import { firmSignUpRoutes } from './modules/activities/firms/routes.ts';
import { activityStatisticsRoutes } from './modules/activities/statistics/routes.ts';
import { rosterMessageRoutes } from './modules/activities/messages/routes.ts';
import { waitingRoutes } from './modules/activities/waiting/routes.ts';
import { restrictionRoutes } from './modules/activities/restrictions/routes.ts';
import { activityRoutes } from './modules/activities/routes.ts';
import { meetingRoutes } from './modules/activities/meeting/routes.ts';
import { seriesRoutes } from './modules/activities/series/routes.ts';
import { campaignRoutes } from './modules/campaigns/routes.ts';
import { rightsRoutes } from './modules/rights/routes.ts';
import { progressRoutes } from './modules/campaigns/progress/routes.ts';
import { profileChangeRoutes } from './modules/profiles/changes/routes.ts';
import { profileRoutes } from './modules/profiles/routes.ts';
import { profileFieldRoutes } from './modules/profile-fields/routes.ts';
import { profileImportRoutes } from './modules/profile-imports/routes.ts';
import { registrationFormRoutes } from './modules/registration-forms/routes.ts';
import { textBlockRoutes } from './modules/tickets/text-blocks/routes.ts';
import { ticketRoutes } from './modules/tickets/routes.ts';
import { workbenchRoutes } from './modules/workbench/routes.ts';
import { oidcRoutes } from './modules/oidc/routes.ts';
import { wechatRoutes } from './modules/wechat/routes.ts';
import { isOutage } from './platform/db/outage.ts';
import { root } from './platform/paths.ts';

/** Every endpoint of the system. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...staffRoutes,
  ...activationRoutes,
  ...registryRoutes,
  ...recordRoutes,
  ...correctionRoutes,
  ...profileRoutes,
  ...profileFieldRoutes,
  ...profileImportRoutes,
  ...registrationFormRoutes,
  ...profileChangeRoutes,
  ...progressRoutes,
  ...campaignRoutes,
  ...rightsRoutes,
  ...ticketRoutes,
  ...ticketDeskRoutes,
  ...ticketFileRoutes,
  ...fieldChangeRoutes,
  ...textBlockRoutes,
  ...activityRoutes,
  ...externalHoursRoutes,
  ...restrictionRoutes,
  ...waitingRoutes,
  ...rosterMessageRoutes,
  ...activityStatisticsRoutes,
  ...doorRoutes,
  ...calendarRoutes,
  ...firmSignUpRoutes,
  ...seriesRoutes,
  ...meetingRoutes,
  ...ticketRatingRoutes,
  ...ticketDutyRoutes,
  ...handoverRoutes,
  ...helpRoutes,
  ...ticketClockRoutes,
  ...ticketStatisticsRoutes,
  ...chatRoutes,
  ...chatDeskRoutes,
  ...chatRatingRoutes,
  ...chatStatisticsRoutes,
  ...certificateRoutes,
  ...fileRoutes,
  ...faqRoutes,
  ...announcementRoutes,
  ...typeRoutes,
  ...reviewRoutes,
  ...bulkRoutes,
  ...exportRoutes,
  ...importRoutes,
  ...paperRoutes,
  ...verificationRoutes,
  ...wechatRoutes,
  ...oidcRoutes,
  ...privacyRoutes,
  ...photoRoutes,
  ...sharingRoutes,
  ...notificationRoutes,
  ...outboxRoutes,
  ...recipientRoutes,
  ...paymentRoutes,
  ...searchRoutes,
  ...workbenchRoutes,
  ...homeRoutes,
  ...operationsRoutes,
  ...auditRoutes,
  ...selfAuditRoutes,
  ...settingsRoutes,
  ...officeHoursRoutes,
  ...changeRoutes,
];

/** Every address that takes sockets. */
export const sockets: readonly SocketDoor[] = chatSockets;

/** What a chat shows of a link to us. */
async function cardOf(page: string): Promise<string | null> {
  if (!isSent(page)) return null;
  try {
    return linkCard(page, { ...(await readSettings()), origin: new URL(env.PUBLIC_URL).origin });
  } catch (error) {
    // The page opens all the same, and says itself what cannot be asked for the moment.
    if (isOutage(error)) return '';
    throw error;
  }
}

/** The application, not yet listening: API, health, and the two clients as built in `dist`. */
export function createApp(dist = path.join(root, 'dist')): Koa {
  const app = new Koa({ proxy: env.TRUST_PROXY > 0, maxIpsCount: env.TRUST_PROXY });
  app.on('error', onReplyError);
  app.use(requestLog);
  app.use(securityHeaders());
  app.use(onError);
  app.use(answerBeforeStop);
  app.use(compress({ threshold: 1024 }));
  app.use(healthRoutes());
  if (env.SANDBOX_URL) app.use(sandboxProxy(env.SANDBOX_URL));
  app.use(rawPost(NOTICE_PATH, async (post) => answerNotice(await receiveNotice(post))));
  app.use(mountRoutes(routes));
  app.use(openApi(routes));
  app.use(unknownEndpoint);
  if (env.WECHAT_DOMAIN_FILES) app.use(wechatDomainFiles(env.WECHAT_DOMAIN_FILES));
  app.use(
    serveClients([
      { prefix: '/admin', directory: path.join(dist, 'admin') },
      {
        prefix: '',
        directory: path.join(dist, 'h5'),
        cardOf,
        firstAnswerOf: answerLink,
        firstLookOf: signInLook,
        dataOf: officeData,
      },
    ]),
  );
  return app;
}
