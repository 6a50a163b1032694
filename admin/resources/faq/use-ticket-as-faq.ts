import { useQuery } from '@tanstack/react-query';
import { MAX_FAQ_ANSWER, MAX_FAQ_QUESTION } from '../../../bff/contract/faq/limits.ts';
import { nodesOfWords } from '../../../bff/contract/rich-text/tags.ts';
import { maskIdentities } from '../../../bff/contract/text.ts';
import { ticketEndpoints } from '../../../bff/contract/tickets/endpoints.ts';
import { call } from '../../providers/call.ts';
import type { BegunFaq } from './FaqForm.tsx';

/** What an entry made of an answered ticket begins with: its title, and what was answered last. null: as long as it is not there. */
export function useTicketAsFaq(id: string | null): { id: string; begun: BegunFaq } | null {
  const { data } = useQuery({
    queryKey: ['faq', 'of-ticket', id],
    queryFn: ({ signal }) => call(ticketEndpoints.showTicket, { params: { id: id ?? '' } }, signal),
    enabled: id !== null,
    staleTime: Infinity,
  });
  if (id === null || !data) return null;
  const answer = data.messages.filter(({ isMembers }) => !isMembers).at(-1)?.body ?? '';
  return {
    id,
    begun: {
      question: cut(maskIdentities(data.title), MAX_FAQ_QUESTION),
      answer: nodesOfWords(cut(maskIdentities(answer), MAX_FAQ_ANSWER)),
    },
  };
}

const cut = (words: string, max: number): string => [...words].slice(0, max).join('');
