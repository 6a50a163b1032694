import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import {
  typeEndpoints,
  type StaffTypeDetail,
  type WordingRow,
} from '../../../bff/contract/certificate-types/endpoints.ts';
import { call } from '../../providers/call.ts';

export const typeKey = (id: string) => ['types', 'one', id];

export const loadType = (id: string, signal: AbortSignal) =>
  call(typeEndpoints.showTypeForStaff, { params: { id } }, signal);

export function useType(id: string): UseQueryResult<StaffTypeDetail> {
  return useQuery({ queryKey: typeKey(id), queryFn: ({ signal }) => loadType(id, signal) });
}

/** Versions of a type's wording, the newest first. */
export function useWordings(id: string): UseQueryResult<WordingRow[]> {
  return useQuery({
    queryKey: ['types', 'wordings', id],
    queryFn: ({ signal }) => call(typeEndpoints.listWordings, { params: { id } }, signal),
  });
}

/** One version never changes; what may is whether it is in force. */
export function useWording(id: number | undefined) {
  return useQuery({
    queryKey: ['types', 'wording', id],
    queryFn: ({ signal }) => call(typeEndpoints.showWording, { params: { id: String(id) } }, signal),
    enabled: id !== undefined,
  });
}
