import { useLocation, type Location } from 'react-router';

/** Remembers in the history entry which list (with its filters) led here, so that 返回 leads back to it. */
export const cameFrom = ({ pathname, search }: Location): { from: string } => ({ from: pathname + search });

/** The list that led here, if one did. */
export function useCameFrom(): string | undefined {
  const { state } = useLocation() as { state: unknown };
  return state !== null && typeof state === 'object' && 'from' in state && typeof state.from === 'string'
    ? state.from
    : undefined;
}
