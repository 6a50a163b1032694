import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import {
  paperEndpoints,
  type PaperDetail,
  type PaperResults,
  type PaperRow,
  type PrintBatchReply,
} from '../../../bff/contract/papers/endpoints.ts';
import type { PaperState } from '../../../bff/contract/papers/enums.ts';
import type { ListPapers } from '../../../bff/contract/papers/schemas.ts';
import { call } from '../../providers/call.ts';
import type { Paging } from '../../ui/list/use-address-filters.ts';
import { useList, type List } from '../../ui/list/use-list.ts';

/** A hundred copies take some seconds. */
const BATCH_POLL_MS = 1_500;

export function usePapers(paging: Paging, filter: ListPapers): List<PaperRow> {
  return useList({
    paging,
    key: ['papers', 'list', filter],
    load: (at, signal) => call(paperEndpoints.listPapers, { query: { ...filter, ...at } }, signal),
    isWork: true,
  });
}

export function usePaperCounts(): UseQueryResult<Record<PaperState, number>> {
  return useQuery({
    queryKey: ['papers', 'counts'],
    queryFn: ({ signal }) => call(paperEndpoints.countPapers, {}, signal),
  });
}

export function usePaper(id: string): UseQueryResult<PaperDetail> {
  return useQuery({
    queryKey: ['papers', 'one', id],
    queryFn: ({ signal }) => call(paperEndpoints.showPaper, { params: { id } }, signal),
  });
}

/** The latest print batches; asks again while one is being made. */
export function usePrintBatches({ isShown }: { isShown: boolean }): UseQueryResult<PrintBatchReply[]> {
  return useQuery({
    queryKey: ['print-batches'],
    queryFn: ({ signal }) => call(paperEndpoints.listPrintBatches, {}, signal),
    enabled: isShown,
    refetchInterval: ({ state }) => (state.data?.some((batch) => batch.state === 'making') ? BATCH_POLL_MS : false),
  });
}

/** An act on one order that answers the order as it now stands. */
export function usePaperAct<Input>(
  id: string,
  act: (input: Input) => Promise<PaperDetail>,
): UseMutationResult<PaperDetail, Error, Input> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (reply) => client.setQueryData(['papers', 'one', id], reply),
    // Refused: somebody else was faster, so that what is shown is old.
    onSettled: () => client.invalidateQueries({ queryKey: ['papers'] }),
  });
}

/** An act on many orders; the lists show what has become of them. */
export function useManyAct<Input>(
  act: (input: Input) => Promise<PaperResults>,
): UseMutationResult<PaperResults, Error, Input> {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries({ queryKey: ['papers'] }) });
}
