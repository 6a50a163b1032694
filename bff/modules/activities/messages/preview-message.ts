import { INBOX_EVENTS } from '../../../contract/notifications/enums.ts';
import type { RosterPreview } from '../../../contract/roster-messages/replies.ts';
import type { PreviewRosterMessageParsed } from '../../../contract/roster-messages/schemas.ts';
import { composeLine, composeMail } from '../../outbox/compose-mail.ts';
import { readSettings } from '../../settings/read-settings.ts';
import type { Activity } from '../model.ts';
import { messageData } from '../seats/tell-lawyer.ts';
import { readAudience } from './audience.ts';
import { loadWritten } from './load-written.ts';
import { messagesLeft } from './messages-today.ts';

const EVENT = 'activity_message';

/** What a message would be, to how many it would go and in which ways. Throws `not_found`, `wrong_state`. */
export async function previewMessage(asked: { id: number; input: PreviewRosterMessageParsed }): Promise<RosterPreview> {
  const { id, input } = asked;
  const activity = await loadWritten(id);
  const reached = await readAudience({ activityId: id, audience: input.audience });
  const withAddress = reached.filter(({ hasAddress }) => hasAddress === 1);
  const byMail = withAddress.filter(({ wantsMail }) => wantsMail === 1).length;
  const [first] = reached;
  return {
    count: reached.length,
    byMail,
    withoutAddress: reached.length - withAddress.length,
    declined: withAddress.length - byMail,
    left: await messagesLeft(id),
    example: first ? await exampleFor({ activity, name: first.name, words: input.words }) : null,
  };
}

/** The same texts as are sent. */
async function exampleFor({ activity, name, words }: { activity: Activity; name: string; words: string }) {
  const { association, registryPhone: phone } = await readSettings();
  // As the outbox fills the frame that all mails share.
  const data = { ...messageData({ activity, name, news: words }), association, phone };
  const mail = await composeMail(EVENT, data);
  return {
    name,
    inboxTitle: INBOX_EVENTS[EVENT],
    inboxBody: await composeLine(EVENT, 'inbox.txt', data),
    mailSubject: mail.subject,
    mailText: mail.text,
  };
}
