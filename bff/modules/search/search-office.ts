import type { StaffActor } from '../../actor.ts';
import { certificateEndpoints } from '../../contract/certificates/endpoints.ts';
import { APPLICATION_STATES } from '../../contract/certificates/enums.ts';
import { FIRM_STATUSES, LAWYER_STATUSES } from '../../contract/registry/enums.ts';
import { bareNumber, spellingsOf } from '../../contract/phones.ts';
import type { Found, SearchReply } from '../../contract/search/replies.ts';
import { listQueue } from '../certificates/applying/list-applications.ts';
import { toSearchTerm } from '../registry/facts/search-names.ts';
import { listFirms } from '../registry/firms/list-firms.ts';
import { listLawyers } from '../registry/lawyers/list-lawyers.ts';

/** Enough to see whether one goes on typing. */
const EACH = 5;

/**
 * What the search in the head of the staff's pages finds: an application by its whole number; firms and lawyers by any
 * part of the name, the beginning of the licence number, the credit code, or the telephone number. Each only for roles
 * that may open it: applications for reviewers, telephone numbers not for finance alone (as presentFor says).
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
  const [applications, firms, lawyers, firmsByPhone, lawyersByPhone] = await Promise.all([
    isNumber && opensApplications(actor) ? listQueue({ search: number, order: 'newest', limit: EACH }) : nothing,
    listFirms({ search: term, limit: EACH }),
    listLawyers({ search: term, limit: EACH }),
    byPhone ? listFirms(byPhone) : nothing,
    byPhone ? listLawyers(byPhone) : nothing,
  ]);
  return {
    items: [
      ...applications.items.map(({ id, number, typeLabel, applicantName, state }): Found => ({
        kind: 'application',
        id,
        title: number,
        note: `${typeLabel} · ${applicantName} · ${APPLICATION_STATES[state]}`,
      })),
      ...each([...firms.items, ...firmsByPhone.items]).map(({ id, name, licenceNo, status }): Found => ({
        kind: 'firm',
        id,
        title: name,
        note: `${licenceNo} · ${FIRM_STATUSES[status]}`,
      })),
      ...each([...lawyers.items, ...lawyersByPhone.items]).map(({ id, name, licenceNo, firmName, status }): Found => ({
        kind: 'lawyer',
        id,
        title: name,
        note: [licenceNo, firmName, LAWYER_STATUSES[status]].filter(Boolean).join(' · '),
      })),
    ],
  };
}

const nothing = { items: [] };

const each = <Row extends { id: number }>(rows: Row[]): Row[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];

const opensApplications = ({ roles }: StaffActor): boolean =>
  [...certificateEndpoints.listQueue.access, 'administrator'].some((role) => roles.includes(role as never));

const readsPhones = ({ roles }: StaffActor): boolean => roles.some((role) => role !== 'finance');
