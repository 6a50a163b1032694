import { useQuery } from '@tanstack/react-query';
import { correctionEndpoints } from '../../../bff/contract/corrections/endpoints.ts';
import type { ListCorrections } from '../../../bff/contract/corrections/schemas.ts';
import { call } from '../../providers/call.ts';

/** Requests for correction of a member. */
export const useCorrections = (query: ListCorrections, { isShown = true } = {}) =>
  useQuery({
    queryKey: ['corrections', 'list', query],
    queryFn: ({ signal }) => call(correctionEndpoints.listCorrections, { query }, signal),
    enabled: isShown,
  });
