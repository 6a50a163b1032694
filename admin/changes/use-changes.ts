import { useQuery } from '@tanstack/react-query';
import { changeEndpoints } from '../../bff/contract/two-person/endpoints.ts';
import { call } from '../providers/call.ts';

export const CHANGES_KEY = ['changes'] as const;

/** What is said to whoever has asked for a change that takes two persons. */
export const WAITS = '已提交，须由另一位管理员确认后生效';

/** Changes that take two persons: what waits, and the latest that is over. */
export function useChanges() {
  return useQuery({ queryKey: CHANGES_KEY, queryFn: ({ signal }) => call(changeEndpoints.listChanges, {}, signal) });
}
