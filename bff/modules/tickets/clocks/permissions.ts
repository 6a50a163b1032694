import { makeTicket } from '../../../test/factories/ticket.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { anyStaff, answer, id, nothing, staff, type Row } from '../../../test/permissions/row.ts';

/** Staff see by when tickets are due, administrators say so; the clocks of a ticket are its queue's. */
export const PERMISSIONS: Record<string, Row> = {
  showTicketTerms: { realm: 'staff', passes: anyStaff },
  updateTicketTerms: { realm: 'staff', passes: answer(422, 'administrator'), call: nothing },
  showTicketClocks: {
    realm: 'staff',
    passes: { ...staff('reviewer'), ...answer(404, 'registrar', 'service', 'finance', 'events') },
    hasObject: true,
    call: async () => id((await makeTicket(await memberActor({ firmId: (await makeFirm()).id }))).id),
  },
};
