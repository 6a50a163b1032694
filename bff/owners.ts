import { expectRegistrationVisible } from './modules/activities/policy.ts';
import { expectActivityVisible } from './modules/activities/signing-up/expect-visible.ts';
import { expectAnnouncementVisible } from './modules/announcements/load-for-member.ts';
import { expectVisible } from './modules/certificates/policy.ts';
import { expectChatMessageVisible } from './modules/chat/policy.ts';
import { expectClaimVisible } from './modules/external-hours/policy.ts';
import { owners } from './modules/files/owners.ts';
import { expectPhotoVisible } from './modules/photos/policy.ts';
import { expectProfileVisible } from './modules/profiles/policy.ts';
import { expectMessageVisible } from './modules/tickets/policy.ts';

/** Kind of owner → whether this actor may see it, its files and its timeline. */
owners.connect({
  activity: { expectVisible: expectActivityVisible },
  activity_file: { expectVisible: expectActivityVisible },
  announcement: { expectVisible: expectAnnouncementVisible },
  application: { expectVisible },
  chat_message: { expectVisible: expectChatMessageVisible },
  hours_claim: { expectVisible: expectClaimVisible },
  photo: { expectVisible: expectPhotoVisible },
  profile: { expectVisible: expectProfileVisible },
  registration: { expectVisible: expectRegistrationVisible },
  ticket_message: { expectVisible: expectMessageVisible },
});
