import { countOpenOrders } from './modules/papers/orders/count-open-orders.ts';
import { openOrders } from './modules/tickets/field-changes/open-orders.ts';

/** What a member has ordered and not yet got, beside a ticket that changes what is registered of it. */
openOrders.connect({ countOf: countOpenOrders });
