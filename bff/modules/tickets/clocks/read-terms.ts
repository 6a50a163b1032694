import type { Transaction } from 'sequelize';
import type { Campaign } from '../../../contract/ticket-clocks/endpoints.ts';
import type { TicketTerms } from '../../../contract/ticket-clocks/schemas.ts';
import { TICKET_CATEGORIES, ticketCategory, type TicketCategoryKey } from '../../../contract/tickets/enums.ts';
import { keepsState } from '../../../platform/singletons.ts';
import { readSetting } from '../../settings/read-setting.ts';

/** What the desk promises: open minutes of every category, and when 年度考核 is. */
export interface Terms {
  version: number;
  categories: Record<TicketCategoryKey, { firstMinutes: number; doneMinutes: number | null }>;
  campaign: Campaign | null;
}

/** The row of `settings` that holds TicketTerms. */
export const TICKET_TERMS = 'ticket-terms';
/** Every clock asks; another process sees a change this many ms later at most. */
const CACHE_MS = 3_000;

let cached: { terms: Terms; readAt: number } | undefined;
keepsState(forgetTerms);

/** The next reader looks at the database again. */
export function forgetTerms(): void {
  cached = undefined;
}

/**
 * What staff have set, over what the program ships (contract/tickets/enums.ts).
 * @param t the caller's transaction, within which a second connection could be waited for in vain
 */
export async function readTerms(t?: Transaction): Promise<Terms> {
  if (cached && Date.now() - cached.readAt < CACHE_MS) return cached.terms;
  const terms = termsOf(await readSetting(TICKET_TERMS, t));
  cached = { terms, readAt: Date.now() };
  return terms;
}

/** The terms as a row keeps them. A category without a promise for solving has none, whatever was set. */
export function termsOf(value: string | null): Terms {
  const set = (value === null ? {} : JSON.parse(value)) as Partial<TicketTerms>;
  const ofCategory = (key: TicketCategoryKey) => {
    const { firstMinutes, doneMinutes } = ticketCategory(key);
    const own = set.categories?.[key];
    return {
      firstMinutes: own?.firstMinutes ?? firstMinutes,
      doneMinutes: doneMinutes === null ? null : (own?.doneMinutes ?? doneMinutes),
    };
  };
  const keys = Object.keys(TICKET_CATEGORIES) as TicketCategoryKey[];
  return {
    version: set.version ?? 0,
    categories: Object.fromEntries(keys.map((key) => [key, ofCategory(key)])) as Terms['categories'],
    campaign: set.campaign ?? null,
  };
}
