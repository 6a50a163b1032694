import './connections.ts';
import type { JobName } from './contract/operations/enums.ts';
import { rebuildNameKeysJob } from './modules/registry/facts/rebuild-name-keys.job.ts';
import { sendResetCodeJob } from './modules/sign-in/send-reset-code.job.ts';
import { sendActivationTextJob } from './modules/activation/send-activation-text.job.ts';
import { checkActivitySeatsJob } from './modules/activities/counting/check-seats.job.ts';
import { freezeDrawJob } from './modules/activities/draw/freeze-draw.job.ts';
import { giveDrawnSeatsJob } from './modules/activities/draw/give-drawn-seats.job.ts';
import { endRegistrationsJob } from './modules/activities/ending/end-registrations.job.ts';
import { settleActivityJob } from './modules/activities/hours/settle-activity.job.ts';
import { dropStrangersJob } from './modules/activities/meeting/drop-strangers.job.ts';
import { remindRegistrationsJob } from './modules/activities/reminding/remind-registrations.job.ts';
import { tellRosterJob } from './modules/activities/messages/tell-roster.job.ts';
import { weighAbsencesJob } from './modules/activities/restrictions/weigh-absences.job.ts';
import { serveWaitingJob } from './modules/activities/seats/serve-waiting.job.ts';
import { expireOfferJob } from './modules/activities/seats/expire-offer.job.ts';
import { releaseUnpaidJob } from './modules/activities/seats/release-unpaid.job.ts';
import { windUpActivityJob } from './modules/activities/office/wind-up-activity.job.ts';
import { sealAuditJob } from './modules/audit/seal-audit.job.ts';
import { reAnchorAuditJob } from './modules/audit/re-anchor-audit.job.ts';
import { workRunJob } from './modules/imports/work-run.job.ts';
import { dropProfileImportJob } from './modules/profile-imports/staging/drop-import.job.ts';
import { workProfileImportJob } from './modules/profile-imports/working/work-import.job.ts';
import { makeExportJob } from './modules/exports/make-export.job.ts';
import { removeExportJob } from './modules/exports/remove-export.job.ts';
import { watchChatsJob } from './modules/chat/watching/watch-chats.job.ts';
import { runBulkJob } from './modules/bulk/run-bulk.job.ts';
import { tellPapersJob } from './modules/bulk/paper/tell-papers.job.ts';
import { tellBulkJob } from './modules/bulk/tell-bulk.job.ts';
import { issueCertificateJob } from './modules/certificates/issued/issue-certificate.job.ts';
import { closeLapsedJob } from './modules/certificates/completion/close-lapsed.job.ts';
import { raiseMattersJob } from './modules/certificates/matters/raise-matters.job.ts';
import { noteEndedJob } from './modules/certificates/ended/note-ended.job.ts';
import { takeOverCertificatesJob } from './modules/certificates/issued/take-over-certificates.job.ts';
import { deleteDiscardedFileJob } from './modules/files/delete-discarded-file.job.ts';
import { deletePlainFileJob } from './modules/files/older/delete-plain-file.job.ts';
import { encryptOlderFilesJob } from './modules/files/older/encrypt-older-files.job.ts';
import { scanFileJob } from './modules/files/scan-file.job.ts';
import { removeUnboundFileJob } from './modules/files/remove-unbound-file.job.ts';
import { askForHolidaysJob } from './modules/operations/ask-for-holidays.job.ts';
import { mailAuditEndJob } from './modules/operations/mail-audit-end.job.ts';
import { watchSigningCertificateJob } from './modules/operations/watch-signing-certificate.job.ts';
import { sendMessageJob } from './modules/outbox/send-message.job.ts';
import { runSelfAuditJob, startSelfAuditJob } from './modules/self-audit/run-self-audit.job.ts';
import { removePhotoUploadJob } from './modules/photos/retention/remove-upload.job.ts';
import { makeRegistrationFormJob } from './modules/registration-forms/issuing/make-form.job.ts';
import { sweepPhotosJob } from './modules/photos/retention/sweep-photos.job.ts';
import { giveUpUnpaidJob } from './modules/papers/orders/give-up-unpaid.job.ts';
import { makeBatchJob } from './modules/papers/printing/make-batch.job.ts';
import { advanceRefundJob } from './modules/payments/refunds/advance-refund.job.ts';
import { expireTicketFilesJob } from './modules/tickets/attachments/expire-ticket-files.job.ts';
import { digestCampaignJob } from './modules/campaigns/reminding/digest-campaign.job.ts';
import { remindCampaignJob } from './modules/campaigns/reminding/remind-campaign.job.ts';
import { gatherCampaignJob } from './modules/campaigns/running/gather-campaign.job.ts';
import { runCampaignsJob } from './modules/campaigns/running/run-campaigns.job.ts';
import { makeDataDownloadJob } from './modules/rights/download/make-data-download.job.ts';
import { removeDataDownloadJob } from './modules/rights/download/remove-data-download.job.ts';
import { sweepPersonalDataJob } from './modules/rights/retention/sweep-personal-data.job.ts';
import { checkProfileCountsJob } from './modules/campaigns/progress/check-profile-counts.job.ts';
import { checkTicketCountsJob } from './modules/tickets/statistics/check-ticket-counts.job.ts';
import { openHelpTicketJob } from './modules/tickets/help/open-help-ticket.job.ts';
import { tellOfHelpJob } from './modules/tickets/help/tell-of-help.job.ts';
import { closeTicketJob } from './modules/tickets/closing/close-ticket.job.ts';
import { coverLeavesJob } from './modules/tickets/duty/cover-leaves.job.ts';
import { tellUnassignedJob } from './modules/tickets/duty/tell-unassigned.job.ts';
import { reckonTicketClocksJob } from './modules/tickets/clocks/reckon-ticket-clocks.job.ts';
import { watchTicketClocksJob } from './modules/tickets/clocks/watch-ticket-clocks.job.ts';
import { reconcileBillJob } from './modules/payments/reconciliation/reconcile-bill.job.ts';
import { settlePaymentJob } from './modules/payments/paying/settle-payment.job.ts';
import type { JobHandler } from './platform/jobs/job.ts';

/** Job name → handler: everything that happens after an answer was given. */
export const jobs = {
  'advance-refund': advanceRefundJob,
  'issue-certificate': issueCertificateJob,
  'close-lapsed': closeLapsedJob,
  'give-up-unpaid': giveUpUnpaidJob,
  'raise-matters': raiseMattersJob,
  'note-ended': noteEndedJob,
  'take-over-certificates': takeOverCertificatesJob,
  'rebuild-name-keys': rebuildNameKeysJob,
  'remove-unbound-file': removeUnboundFileJob,
  'scan-file': scanFileJob,
  'delete-discarded-file': deleteDiscardedFileJob,
  'encrypt-older-files': encryptOlderFilesJob,
  'delete-plain-file': deletePlainFileJob,
  'work-import': workRunJob,
  'work-profile-import': workProfileImportJob,
  'drop-profile-import': dropProfileImportJob,
  'make-export': makeExportJob,
  'remove-export': removeExportJob,
  'run-bulk-order': runBulkJob,
  'tell-bulk-order': tellBulkJob,
  'tell-bulk-papers': tellPapersJob,
  'make-print-batch': makeBatchJob,
  'reconcile-bill': reconcileBillJob,
  'settle-payment': settlePaymentJob,
  'seal-audit': sealAuditJob,
  're-anchor-audit': reAnchorAuditJob,
  'mail-audit-end': mailAuditEndJob,
  'watch-signing-certificate': watchSigningCertificateJob,
  'ask-for-holidays': askForHolidaysJob,
  'run-self-audit': runSelfAuditJob,
  'start-self-audit': startSelfAuditJob,
  'send-reset-code': sendResetCodeJob,
  'send-activation-text': sendActivationTextJob,
  'send-message': sendMessageJob,
  'open-help-ticket': openHelpTicketJob,
  'tell-of-help': tellOfHelpJob,
  'expire-ticket-files': expireTicketFilesJob,
  'check-ticket-counts': checkTicketCountsJob,
  'check-profile-counts': checkProfileCountsJob,
  'check-activity-seats': checkActivitySeatsJob,
  'make-data-download': makeDataDownloadJob,
  'remove-data-download': removeDataDownloadJob,
  'sweep-personal-data': sweepPersonalDataJob,
  'run-campaigns': runCampaignsJob,
  'gather-campaign': gatherCampaignJob,
  'remind-campaign': remindCampaignJob,
  'digest-campaign': digestCampaignJob,
  'close-ticket': closeTicketJob,
  'watch-chats': watchChatsJob,
  'watch-ticket-clocks': watchTicketClocksJob,
  'reckon-ticket-clocks': reckonTicketClocksJob,
  'cover-leaves': coverLeavesJob,
  'tell-unassigned-tickets': tellUnassignedJob,
  'remove-photo-upload': removePhotoUploadJob,
  'sweep-photos': sweepPhotosJob,
  'make-registration-form': makeRegistrationFormJob,
  'expire-offer': expireOfferJob,
  'settle-activity': settleActivityJob,
  'drop-strangers': dropStrangersJob,
  'release-unpaid': releaseUnpaidJob,
  'wind-up-activity': windUpActivityJob,
  'freeze-draw': freezeDrawJob,
  'give-drawn-seats': giveDrawnSeatsJob,
  'end-registrations': endRegistrationsJob,
  'remind-registrations': remindRegistrationsJob,
  'tell-roster': tellRosterJob,
  'weigh-absences': weighAbsencesJob,
  'serve-waiting': serveWaitingJob,
} as const satisfies Record<JobName, JobHandler>;
