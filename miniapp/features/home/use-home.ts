import { useQuery } from '@tanstack/react-query';
import { homeEndpoints } from '../../../bff/contract/home/endpoints.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { UNREAD_KEY } from '../../session/use-unread.ts';

/** Everything of the home page in one request; the badge of 消息 hears of it. */
export const useHome = () =>
  useQuery({
    queryKey: ['home'],
    queryFn: async () => {
      const home = await call(homeEndpoints.showHome, {});
      if (home.inbox.isThere) queryClient.setQueryData(UNREAD_KEY, home.inbox.value);
      return home;
    },
  });

export type Home = NonNullable<ReturnType<typeof useHome>['data']>;
/** A part of it; undefined: it is on its way. */
export type Part<Value> = { isThere: true; value: Value } | { isThere: false } | undefined;
