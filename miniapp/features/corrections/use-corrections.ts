import { useQuery } from '@tanstack/react-query';
import { correctionEndpoints } from '../../../bff/contract/corrections/endpoints.ts';
import { fieldChangeEndpoints } from '../../../bff/contract/field-changes/endpoints.ts';
import type { OpenFieldChange, OpenJoining } from '../../../bff/contract/field-changes/schemas.ts';
import type { OwnTicket } from '../../../bff/contract/tickets/endpoints.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';

/** What may be said to be wrong, with what is registered now; of a lawyer of the firm, or of the member. */
export const useCorrectable = (lawyerId: number | undefined) =>
  useQuery({
    queryKey: ['corrections', 'correctable', lawyerId ?? null],
    queryFn: () => call(correctionEndpoints.showCorrectable, { query: lawyerId === undefined ? {} : { lawyerId } }),
    // What is frozen in the ticket is what stood there: never an old answer.
    gcTime: 0,
  });

/** In which ticket an own request of old is worked on. */
export const useCorrectionTicket = (id: number) =>
  useQuery({
    queryKey: ['corrections', id],
    queryFn: () => call(correctionEndpoints.findOwnCorrection, { params: { id: String(id) } }),
  });

/** Firms whose name holds what was typed, or whose number begins with it; nothing is asked before something is typed. */
export const useFirmsToJoin = (search: string) =>
  useQuery({
    queryKey: ['firms-to-join', search],
    queryFn: () => call(fieldChangeEndpoints.findFirmsToJoin, { query: { search } }),
    enabled: search !== '',
  });

/** Opens the ticket that asks for another value. Throws ApiError. */
export const openFieldChange = (body: OpenFieldChange): Promise<OwnTicket> =>
  opened(call(fieldChangeEndpoints.openFieldChange, { body }));

/** Of a firm: opens the ticket about a lawyer who joins it. Throws ApiError. */
export const openJoining = (body: OpenJoining): Promise<OwnTicket> =>
  opened(call(fieldChangeEndpoints.openJoining, { body }));

/** Whatever came of it is asked for again: a refusal may say that one is open already. */
async function opened(opening: Promise<OwnTicket>): Promise<OwnTicket> {
  try {
    return await opening;
  } finally {
    await Promise.all(['corrections', 'tickets'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })));
  }
}
