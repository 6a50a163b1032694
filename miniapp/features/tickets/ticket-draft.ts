import type { TicketCategoryKey } from '../../../bff/contract/tickets/enums.ts';
import { DAY_MS } from '../../../bff/contract/dates.ts';
import { accountStorage } from '../../platform/account/account-storage.ts';

const NAME = 'ticket-draft';
/** Days for which what was typed is kept on the device (desk.md, New ticket). */
export const DRAFT_DAYS = 30;

/** A ticket that was begun and not sent; files are not kept, they go after a day. */
export interface TicketDraft {
  category: TicketCategoryKey | '';
  /** Of a firm: of which of its lawyers; '' of none. */
  lawyerId: string;
  title: string;
  body: string;
}

/** What the account has begun on this device; null: nothing, or too long ago. */
export function readTicketDraft(accountId: number): TicketDraft | null {
  const {
    category = '',
    lawyerId = '',
    title = '',
    body = '',
    savedAt = 0,
  } = (accountStorage.read(accountId, NAME) ?? {}) as Partial<TicketDraft> & { savedAt?: number };
  if (title === '' && body === '') return null;
  if (Date.now() - savedAt <= DRAFT_DAYS * DAY_MS) return { category, lawyerId, title, body };
  accountStorage.forget(accountId, NAME);
  return null;
}

/** Keeps what is typed; nothing typed is no draft. */
export function keepTicketDraft(accountId: number, draft: TicketDraft): void {
  if (draft.title === '' && draft.body === '') accountStorage.forget(accountId, NAME);
  else accountStorage.write(accountId, NAME, { ...draft, savedAt: Date.now() });
}

export const forgetTicketDraft = (accountId: number): void => accountStorage.forget(accountId, NAME);
