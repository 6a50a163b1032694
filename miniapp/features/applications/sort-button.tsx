import { Button } from '../../ui/button.tsx';
import type { ApplicationFilters } from './use-application-filters.ts';

/** Turns the order by 申请时间 round. */
export function SortButton({ order, onFlip }: { order: ApplicationFilters['order']; onFlip: () => void }) {
  const isNewest = order === 'newest';
  return (
    <Button kind="text" onTap={onFlip} label={`申请时间，${isNewest ? '由近到远' : '由远到近'}排序`}>
      申请时间 {isNewest ? '↓' : '↑'}
    </Button>
  );
}
