import { useLocation, useNavigate } from 'react-router';
import type { StaffApplicationDetail } from '../../../../bff/contract/certificates/endpoints.ts';
import type { Outcome } from '../../../../bff/contract/review/enums.ts';
import { applicationUrl } from '../../../addresses.ts';
import { nothingIsLost } from '../../../ui/form/use-leave-warning.ts';

/** What was decided a moment ago, told on the page that opened after it. */
export interface JustDecided {
  id: number;
  number: string;
  outcome: Outcome | 'returned';
}
interface WalkState {
  /** The list that led here, see came-from.ts. */
  from?: string;
  /** Applications that were opened before this one, the latest last. */
  trail?: number[];
  decided?: JustDecided;
}

interface Walk {
  decided: JustDecided | undefined;
  toNext: (() => void) | undefined;
  /** The decision's own reply knows best who is next by now; the last one of the queue stays open. */
  onDecided: (reply: StaffApplicationDetail) => unknown;
  toPrevious: (() => void) | undefined;
}

/** Walking through the queue from one application to the next and back. */
export function useWalk({ id, nextPendingId }: StaffApplicationDetail): Walk {
  const navigate = useNavigate();
  const state = (useLocation().state ?? {}) as WalkState;
  const { from, trail = [], decided } = state;
  const go = (to: number, next: WalkState) =>
    void navigate(applicationUrl({ id: to }), { state: { ...(from !== undefined && { from }), ...next } });
  const previous = trail.at(-1);
  return {
    decided,
    toNext: nextPendingId === null ? undefined : () => go(nextPendingId, { trail: [...trail, id] }),
    onDecided: ({ nextPendingId: next, number, state: now, outcome: result }) => {
      nothingIsLost();
      const outcome = now === 'returned' ? now : result;
      return next !== null && outcome !== null && go(next, { trail: [...trail, id], decided: { id, number, outcome } });
    },
    toPrevious: previous === undefined ? undefined : () => go(previous, { trail: trail.slice(0, -1) }),
  };
}
