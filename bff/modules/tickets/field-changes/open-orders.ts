import { port } from '../../../port.ts';
import type { MemberId } from '../../../subject.ts';

/** How many orders of a member are not over; answered by `open-orders.ts`. */
export const openOrders = port<{ countOf(member: MemberId): Promise<number> }>('open-orders.ts');
