import { walkFront, type Trail } from './front-steps.ts';

/**
 * Hears of the browser's way back before Taro does, which would draw the page anew for every step: a window calls its
 * listeners in the order in which they came, so this comes before the router starts.
 */
export function watchWayBack(): void {
  addEventListener('popstate', (event) => {
    const trail = (event.state as { trail?: Trail } | null)?.trail;
    const to = trail?.steps[trail.at];
    if (to !== undefined && walkFront(to)) event.stopImmediatePropagation();
  });
}
