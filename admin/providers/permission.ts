import { staffPasses, type Endpoint } from '../../bff/contract/endpoint.ts';
import { useSession } from './session.tsx';

/** Whether the signed-in staff member's roles pass an endpoint. Only hides what would be refused: the server decides. */
export function useMay(): (endpoint: Pick<Endpoint, 'access'>) => boolean {
  const { roles } = useSession().account;
  return (endpoint) => staffPasses(roles, endpoint);
}
