import type { MemberActor } from '../../actor.ts';
import { ACTIVITY_KINDS } from '../../contract/activities/enums.ts';
import { ANNOUNCEMENT_CATEGORIES } from '../../contract/announcements/enums.ts';
import { APPLICATION_STATES } from '../../contract/certificates/enums.ts';
import { CHAT_STATES } from '../../contract/chat/enums.ts';
import { toShanghaiDate } from '../../contract/dates.ts';
import { FAQ_CATEGORIES } from '../../contract/faq/enums.ts';
import { MEMBERS_FOUND_KINDS, type MembersFoundKind } from '../../contract/search/enums.ts';
import type { FoundOfKind, MembersSearchReply } from '../../contract/search/replies.ts';
import { toHalfWidth } from '../../contract/text.ts';
import { TICKET_STATES } from '../../contract/tickets/enums.ts';
import { searchOwnActivities } from '../activities/signing-up/search-activities.ts';
import { searchOwnAnnouncements } from '../announcements/search-announcements.ts';
import { searchOwnTalks } from '../chat/talk/search-own-talks.ts';
import { listOwnApplications } from '../certificates/applying/list-applications.ts';
import { searchFaq } from '../faq/search-faq.ts';
import { searchOwnTickets } from '../tickets/desk/search-tickets.ts';

/** Of each kind as long as all of them are looked for (desk.md, Search), and of one alone. */
const FEW = 5;
const MANY = 50;

interface Asked {
  actor: MemberActor;
  term: string;
  limit: number;
}
type Item = FoundOfKind['items'][number];

/** Kind → how it is looked for; each answers nothing that the actor may not open. */
const SEARCHES: { [Kind in MembersFoundKind]: (asked: Asked) => Promise<Item[]> } = {
  async application({ actor, term, limit }) {
    const { items } = await listOwnApplications(actor, { search: term, order: 'newest', limit });
    return items.map(({ id, number, typeLabel, state, purpose }) => ({
      id,
      title: typeLabel,
      note: [number, purpose, APPLICATION_STATES[state]].filter(Boolean).join(' · '),
    }));
  },
  async ticket(asked) {
    const found = await searchOwnTickets(asked);
    return found.map(({ id, title, number, state }) => ({ id, title, note: `${number} · ${TICKET_STATES[state]}` }));
  },
  async talk(asked) {
    const found = await searchOwnTalks(asked);
    return found.map(({ id, subject, state, openedAt }) => ({
      id,
      title: subject || '在线咨询',
      note: `${toShanghaiDate(openedAt)} · ${CHAT_STATES[state]}`,
    }));
  },
  async activity(asked) {
    const found = await searchOwnActivities(asked);
    return found.map(({ id, title, kind, beginsAt }) => ({
      id,
      title,
      note: `${ACTIVITY_KINDS[kind]} · ${toShanghaiDate(beginsAt)}`,
    }));
  },
  async announcement(asked) {
    const found = await searchOwnAnnouncements(asked);
    return found.map(({ id, title, category, publishedAt }) => ({
      id,
      title,
      note: [ANNOUNCEMENT_CATEGORIES[category], publishedAt === null ? '' : toShanghaiDate(publishedAt)]
        .filter(Boolean)
        .join(' · '),
    }));
  },
  async faq({ actor, term, limit }) {
    const found = await searchFaq({ term, audiences: ['everybody', actor.kind], limit });
    return found.map(({ id, question, category }) => ({ id, title: question, note: FAQ_CATEGORIES[category] }));
  },
};

/**
 * What a member finds by any part of its words: own certificates, tickets and talks, and what is published for him or her. A few
 * of each kind, or more of one.
 */
export async function searchOwn(asked: {
  actor: MemberActor;
  typed: string;
  kind?: MembersFoundKind | undefined;
}): Promise<MembersSearchReply> {
  const { actor, typed, kind } = asked;
  const term = toHalfWidth(typed).trim();
  if (term === '') return { kinds: [] };
  const limit = kind ? MANY : FEW;
  const kinds = kind ? [kind] : (Object.keys(MEMBERS_FOUND_KINDS) as MembersFoundKind[]);
  const found = await Promise.all(
    kinds.map(async (one): Promise<FoundOfKind> => {
      const items = await SEARCHES[one]({ actor, term, limit: limit + 1 });
      return { kind: one, items: items.slice(0, limit), hasMore: items.length > limit };
    }),
  );
  return { kinds: found.filter(({ items }) => items.length > 0) };
}
