import { reactions } from './events.ts';
import { endCalendarFeed } from './modules/activities/calendar/own-feed.ts';
import { tellLate } from './modules/bulk/tell-late.ts';
import { tellPaperLapsed } from './modules/bulk/paper/tell-paper-lapsed.ts';
import { tellPaperRefund } from './modules/bulk/paper/tell-paper-refund.ts';
import { tellPaperReady } from './modules/bulk/paper/tell-papers.ts';
import { followMemberIn } from './modules/campaigns/running/follow-member-in.ts';
import { followProfileIn } from './modules/campaigns/running/follow-profile-in.ts';
import { beginProgress } from './modules/campaigns/progress/begin-progress.ts';
import { followMember } from './modules/campaigns/progress/follow-member.ts';
import { followProfile } from './modules/campaigns/progress/follow-profile.ts';
import { revokeClaim } from './modules/external-hours/revoke-claim.ts';
import { raiseMatters } from './modules/certificates/matters/raise-matters.ts';
import { carryOverPaper } from './modules/papers/orders/carry-over-paper.ts';
import { openPaperOrder } from './modules/papers/orders/open-paper-order.ts';
import { voidPaperOf } from './modules/papers/orders/void-paper.ts';
import { reckonOnNewCalendar } from './modules/tickets/clocks/reckon-later.ts';
import { endOidcBindingsOf } from './modules/oidc/end-binding.ts';
import { endBindingsOf } from './modules/wechat/end-binding.ts';

/**
 * Event → acts, in this order, in the publisher's transaction: both happen, or neither.
 *
 * Lock order, against deadlocks: application → registry subjects (firms, then lawyers, by id) → certificate → bulk order
 * → paper order → payment → refund. A ticket is locked before what it asks of the registry, and that before its subject.
 * How far profiles are: lawyer → profile → its row of progress → campaigns, by id → their members → counters, those of all firms last.
 * Seats: registry subjects → activity → group → registration → payment → refund.
 * Whoever decides an application loads it first, then the facts about its subjects. A reaction takes locks to the right of
 * its publisher's only.
 */
reactions.connect({
  'application.approved': [openPaperOrder],
  'certificate.issued': [tellLate],
  'paper.ready': [tellPaperReady],
  'bulk-paper.refunded': [tellPaperRefund],
  'bulk-paper.lapsed': [tellPaperLapsed],
  'certificate.revoked': [voidPaperOf],
  'certificate.replaced': [carryOverPaper],
  'member.changed': [raiseMatters, followMember, followMemberIn],
  'hours.removed': [revokeClaim],
  'lawyer.entered': [beginProgress],
  'profile.moved': [followProfile, followProfileIn],
  'password.reset': [endBindingsOf, endOidcBindingsOf, endCalendarFeed],
  'office-hours.changed': [reckonOnNewCalendar],
});
