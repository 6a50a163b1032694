import { Link } from 'react-router';
import { activityEndpoints } from '../../../bff/contract/activities/endpoints.ts';
import { certificateEndpoints } from '../../../bff/contract/certificates/endpoints.ts';
import type { Endpoint } from '../../../bff/contract/endpoint.ts';
import { externalHoursEndpoints } from '../../../bff/contract/external-hours/endpoints.ts';
import { paymentEndpoints } from '../../../bff/contract/payments/endpoints.ts';
import { photoEndpoints } from '../../../bff/contract/photos/endpoints.ts';
import { profileEndpoints } from '../../../bff/contract/profile/endpoints.ts';
import { ticketEndpoints, type TicketDetail } from '../../../bff/contract/tickets/endpoints.ts';
import { TIE_KINDS, type TieKind } from '../../../bff/contract/tickets/ties.ts';
import { pageUrl } from '../../addresses.ts';
import { useMay } from '../../providers/permission.ts';

/** Where staff open each kind, and whose roles may. */
const OPENS: Record<TieKind, { page: (id: number, lawyer: string) => string; reads: Pick<Endpoint, 'access'> }> = {
  application: { page: (id) => pageUrl('application', { id }), reads: certificateEndpoints.showStaffApplication },
  // The list of names is looked through for whom the ticket is about.
  activity: {
    page: (id, lawyer) => pageUrl('activity', lawyer ? { id, search: lawyer } : { id }),
    reads: activityEndpoints.showStaffActivity,
  },
  claim: { page: (id) => pageUrl('hoursClaim', { id }), reads: externalHoursEndpoints.showHoursClaim },
  payment: { page: (id) => pageUrl('payment', { id }), reads: paymentEndpoints.showStaffPayment },
  section: { page: (id) => pageUrl('profile', { id }), reads: profileEndpoints.showProfile },
  ticket: { page: (id) => pageUrl('ticket', { id }), reads: ticketEndpoints.showTicket },
  photo: { page: (id) => pageUrl('photo', { id }), reads: photoEndpoints.showPhoto },
};

/** What a ticket is about, one a line; a link for whoever may open it. */
export function Ties({ ticket: { ties, about, askerKind, askerName } }: { ticket: TicketDetail }) {
  const may = useMay();
  const lawyer = about?.name ?? (askerKind === 'lawyer' ? askerName : '');
  return (
    <ul className="plain">
      {ties.map(({ kind, key, name, id }) => {
        const { page, reads } = OPENS[kind];
        return (
          <li key={`${kind}:${key}`}>
            {TIE_KINDS[kind]} {id !== null && may(reads) ? <Link to={page(id, lawyer)}>{name}</Link> : name}
          </li>
        );
      })}
    </ul>
  );
}
