import { useQueryClient } from '@tanstack/react-query';
import { reviewEndpoints } from '../../../../bff/contract/review/endpoints.ts';
import { call } from '../../../providers/call.ts';
import { useAnnouncing } from '../../../ui/hooks/use-announcing.ts';

/** Who else looks at a waiting application. When it has been decided meanwhile, it is read again. */
export function usePresence(id: number, isWaiting: boolean): readonly string[] {
  const client = useQueryClient();
  const params = { id: String(id) };
  return useAnnouncing({
    place: isWaiting ? id : null,
    says: 'looking',
    announce: async () => {
      const reply = await call(reviewEndpoints.announcePresence, { params });
      if (reply.state !== 'pending') await client.invalidateQueries({ queryKey: ['applications'] });
      return reply.others;
    },
    leave: () => call(reviewEndpoints.endPresence, { params }),
  });
}
