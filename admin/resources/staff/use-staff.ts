import { useQuery } from '@tanstack/react-query';
import { staffEndpoints } from '../../../bff/contract/staff/endpoints.ts';
import { call } from '../../providers/call.ts';

export const STAFF_KEY = ['staff'] as const;

/** Every staff account; an association has some dozens. */
export function useStaff() {
  return useQuery({ queryKey: STAFF_KEY, queryFn: ({ signal }) => call(staffEndpoints.listStaff, {}, signal) });
}
