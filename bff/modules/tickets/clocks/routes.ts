import { ticketClockEndpoints as clocks } from '../../../contract/ticket-clocks/endpoints.ts';
import * as replies from '../../../contract/ticket-clocks/replies.ts';
import * as schemas from '../../../contract/ticket-clocks/schemas.ts';
import { idParams, route } from '../../../http/route.ts';
import { setTerms, showTerms } from './set-terms.ts';
import { showClocks } from './show-clocks.ts';

/** By when tickets are answered, and how that changes. */
export const ticketClockRoutes = [
  route(clocks.showTicketTerms, { reply: replies.ticketTermsReply }, () => showTerms()),
  route(
    clocks.updateTicketTerms,
    { body: schemas.ticketTerms, reply: replies.ticketTermsReply },
    async ({ actor, body }) => {
      await setTerms({ actor, input: body });
      return showTerms();
    },
  ),
  route(clocks.showTicketClocks, { params: idParams, reply: replies.ticketClocks }, ({ actor, params }) =>
    showClocks({ actor, id: params.id }),
  ),
];
