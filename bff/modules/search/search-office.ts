import type { StaffActor } from '../../actor.ts';
import { activityEndpoints } from '../../contract/activities/endpoints.ts';
import { ACTIVITY_KINDS } from '../../contract/activities/enums.ts';
import { announcementEndpoints } from '../../contract/announcements/endpoints.ts';
import { ANNOUNCEMENT_CATEGORIES } from '../../contract/announcements/enums.ts';
import { toShanghaiDate } from '../../contract/dates.ts';
import { staffPasses, type Endpoint } from '../../contract/endpoint.ts';
import { faqEndpoints } from '../../contract/faq/endpoints.ts';
import { FAQ_AUDIENCES, FAQ_CATEGORIES, type FaqAudience } from '../../contract/faq/enums.ts';
import { groupDigits, toHalfWidth } from '../../contract/text.ts';
import { TICKET_STATES } from '../../contract/tickets/enums.ts';
import { searchActivities } from '../activities/signing-up/search-activities.ts';
import { searchAnnouncements } from '../announcements/search-announcements.ts';
import { searchFaq } from '../faq/search-faq.ts';
import { searchTickets } from '../tickets/desk/search-tickets.ts';
import { certificateEndpoints } from '../../contract/certificates/endpoints.ts';
import { APPLICATION_STATES } from '../../contract/certificates/enums.ts';
import { FIRM_STATUSES, LAWYER_STATUSES } from '../../contract/registry/enums.ts';
import { bareNumber, spellingsOf } from '../../contract/phones.ts';
import type { Found, SearchReply } from '../../contract/search/replies.ts';
import { listQueue } from '../certificates/applying/list-applications.ts';
import { isInitials, toSearchTerm } from '../registry/facts/search-names.ts';
import { listFirms } from '../registry/firms/list-firms.ts';
import { listLawyers } from '../registry/lawyers/list-lawyers.ts';

/** So many of each kind are enough to see whether to go on typing. */
const EACH = 5;

/**
 * What the search in the head of the staff's pages finds: an application by its whole number, a ticket by the beginning of
 * its; firms and lawyers by any part of the name, the beginning of its initials (lzy) or of the licence number, the credit
 * code, or the telephone number; activities, announcements and 常见问题 by their words. Each only for roles that may open
 * it: applications for reviewers, telephone numbers not for finance alone (as presentFor says).
 */
export async function searchOffice({ actor, typed }: { actor: StaffActor; typed: string }): Promise<SearchReply> {
  const search = toSearchTerm(typed);
  // 1301-2016-1012-3456 and 138 0000 0000 as they stand on paper.
  const number = bareNumber(search.replace(/[–—]/g, '-'));
  const isNumber = /^\+?\d{6,}$/.test(number);
  const term = isNumber ? number : search;
  if (term === '') return { items: [] };
  const byPhone =
    isNumber && readsPhones(actor) ? { phones: [...spellingsOf(number), search], limit: EACH } : undefined;
  const byInitials = isInitials(term) ? { initials: term, limit: EACH } : undefined;
  const opens = (endpoint: Pick<Endpoint, 'access'>) => staffPasses(actor.roles, endpoint);
  const published = { term: toHalfWidth(typed).trim(), limit: EACH };
  const [
    applications,
    firms,
    lawyers,
    firmsByPhone,
    lawyersByPhone,
    firmsByInitials,
    lawyersByInitials,
    tickets,
    activities,
    announcements,
    faq,
  ] = await Promise.all([
    isNumber && opens(certificateEndpoints.listQueue)
      ? listQueue({ search: number, order: 'newest', limit: EACH })
      : nothing,
    listFirms({ search: term, limit: EACH }),
    listLawyers({ search: term, limit: EACH }),
    byPhone ? listFirms(byPhone) : nothing,
    byPhone ? listLawyers(byPhone) : nothing,
    byInitials ? listFirms(byInitials) : nothing,
    byInitials ? listLawyers(byInitials) : nothing,
    /^G\d{4,}$/i.test(term) ? searchTickets({ actor, term, limit: EACH }) : [],
    opens(activityEndpoints.showStaffActivity) ? searchActivities(published) : [],
    opens(announcementEndpoints.showAnnouncement) ? searchAnnouncements(published) : [],
    opens(faqEndpoints.listFaqEntries) ? searchFaq({ ...published, audiences: EVERY_AUDIENCE }) : [],
  ]);
  return {
    items: [
      ...applications.items.map(({ id, number, typeLabel, applicantName, state }): Found => ({
        kind: 'application',
        id,
        title: number,
        note: `${typeLabel} · ${applicantName} · ${APPLICATION_STATES[state]}`,
      })),
      ...each([...firms.items, ...firmsByPhone.items, ...firmsByInitials.items]).map(
        ({ id, name, licenceNo, status }): Found => ({
          kind: 'firm',
          id,
          title: name,
          note: `${groupDigits(licenceNo)} · ${FIRM_STATUSES[status]}`,
        }),
      ),
      ...each([...lawyers.items, ...lawyersByPhone.items, ...lawyersByInitials.items]).map(
        ({ id, name, licenceNo, firmName, status }): Found => ({
          kind: 'lawyer',
          id,
          title: name,
          note: [groupDigits(licenceNo), firmName, LAWYER_STATUSES[status]].filter(Boolean).join(' · '),
        }),
      ),
      ...tickets.map(({ id, number, title, state }): Found => ({
        kind: 'ticket',
        id,
        title: number,
        note: `${title} · ${TICKET_STATES[state]}`,
      })),
      ...activities.map(({ id, title, kind, beginsAt }): Found => ({
        kind: 'activity',
        id,
        title,
        note: `${ACTIVITY_KINDS[kind]} · ${toShanghaiDate(beginsAt)}`,
      })),
      ...announcements.map(({ id, title, category }): Found => ({
        kind: 'announcement',
        id,
        title,
        note: ANNOUNCEMENT_CATEGORIES[category],
      })),
      ...faq.map(({ id, question, category }): Found => ({
        kind: 'faq',
        id,
        title: question,
        note: FAQ_CATEGORIES[category],
      })),
    ],
  };
}

const nothing = { items: [] };

const each = <Row extends { id: number }>(rows: Row[]): Row[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];

const EVERY_AUDIENCE = Object.keys(FAQ_AUDIENCES) as FaqAudience[];

const readsPhones = ({ roles }: StaffActor): boolean => roles.some((role) => role !== 'finance');
