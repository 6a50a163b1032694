import { useNavigate } from 'react-router';
import type { Page } from '../../../bff/contract/endpoint.ts';
import { useCameFrom } from '../came-from.ts';
import { nothingIsLost } from '../form/use-leave-warning.ts';

interface QueueOptions {
  /** What is open now. */
  id: number;
  /** The queue's own address, for whoever came from elsewhere. */
  list: string;
  /** Its first page, as narrowed by filters. */
  load(filters: Record<string, string>): Promise<Page<{ id: number }>>;
  href(row: { id: number }): string;
}
interface Queue {
  /** Leads to what waits next, in the order and with the filters of the list that led here; else back to the list. */
  toNext(): Promise<void>;
  /** The same, after what is open has been decided. */
  onDecided(): Promise<void>;
}

/** Working off a queue from one page to the next. */
export function useQueue({ id, list, load, href }: QueueOptions): Queue {
  const navigate = useNavigate();
  const led = useCameFrom();
  const from = led?.split('?')[0] === list.split('?')[0] ? (led ?? list) : list;
  const toNext = async () => {
    const { cursor: _page, ...filters } = Object.fromEntries(new URLSearchParams(from.split('?')[1]));
    const { items } = await load(filters);
    const at = items.findIndex((row) => row.id === id);
    const next = items[at + 1] ?? items.find((row) => row.id !== id);
    await navigate(next ? href(next) : from, next ? { state: { from } } : {});
  };
  return {
    toNext,
    onDecided: () => {
      nothingIsLost();
      return toNext();
    },
  };
}
