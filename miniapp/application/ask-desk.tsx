import { MAX_TICKET_TITLE } from '../../bff/contract/tickets/limits.ts';
import type { TicketCategoryKey } from '../../bff/contract/tickets/enums.ts';
import type { Tie } from '../../bff/contract/tickets/ties.ts';
import { pageUrl } from '../addresses.ts';
import { Link } from '../ui/elements.tsx';
import { Notice } from '../ui/sheets/sheet.tsx';

/** What the page that leads to a ticket knows of it already. */
interface Asked {
  category: TicketCategoryKey;
  title?: string;
  /** The object it is about, by its id or key. */
  tied?: { kind: Tie['kind']; key: string | number };
}

/** The form of a new ticket, filled in by the page that leads there. */
export const askUrl = ({ category, title, tied }: Asked): string =>
  pageUrl('ticketForm', {
    category,
    ...(title ? { title: [...title].slice(0, MAX_TICKET_TITLE).join('') } : {}),
    ...(tied ? { tied: `${tied.kind}:${tied.key}` } : {}),
  });

/** 有疑问的，请提交工单: on the page that it is about. */
export function AskDesk({ words, ...asked }: Asked & { words: string }) {
  return (
    <Notice>
      {words}，请
      <Link href={askUrl(asked)}>提交工单</Link>。
    </Notice>
  );
}
