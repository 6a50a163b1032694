import { ROLES } from '../../../bff/contract/accounts/enums.ts';
import { TICKET_CATEGORIES, ticketCategory, type TicketCategoryKey } from '../../../bff/contract/tickets/enums.ts';

/** Categories to choose from, each with whose queue it goes to. */
export const CATEGORY_OPTIONS = (Object.keys(TICKET_CATEGORIES) as TicketCategoryKey[]).map((value) => {
  const { label, role } = ticketCategory(value);
  return { value, label: `${label}（${ROLES[role]}）` };
});
