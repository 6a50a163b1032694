import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { faqEndpoints } from '../../../../bff/contract/faq/endpoints.ts';
import {
  textBlockEndpoints as blocks,
  type TextBlocks,
} from '../../../../bff/contract/ticket-text-blocks/endpoints.ts';
import type { AddTextBlock, ChangeTextBlock } from '../../../../bff/contract/ticket-text-blocks/schemas.ts';
import { call } from '../../../providers/call.ts';

const KEY = ['ticket-text-blocks'];

/** Text blocks as they are kept. */
export const useTextBlocks = () =>
  useQuery({ queryKey: KEY, queryFn: ({ signal }) => call(blocks.listTextBlocks, {}, signal) });

/** The same as they read in the answer to one ticket. */
export const useFilledTextBlocks = (ticketId: number) =>
  useQuery({
    queryKey: [...KEY, ticketId],
    queryFn: ({ signal }) => call(blocks.fillTextBlocks, { params: { id: String(ticketId) } }, signal),
  });

/** Entries of 常见问题 that a block may name. */
export const usePublishedFaq = () =>
  useQuery({ queryKey: ['faq', 'published'], queryFn: ({ signal }) => call(faqEndpoints.listFaq, {}, signal) });

type Keeping =
  | { act: 'add'; body: AddTextBlock }
  | { act: 'change'; id: number; body: ChangeTextBlock }
  | { act: 'remove'; id: number; version: number };

/** Adds, changes or removes one; whatever comes of it, they are asked for again. */
export function useKeepTextBlock() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (kept: Keeping): Promise<TextBlocks> => {
      if (kept.act === 'add') return call(blocks.addTextBlock, { body: kept.body });
      const params = { id: String(kept.id) };
      if (kept.act === 'change') return call(blocks.changeTextBlock, { params, body: kept.body });
      return call(blocks.removeTextBlock, { params, body: { version: kept.version } });
    },
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
