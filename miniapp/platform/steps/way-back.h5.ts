/** What an entry of the browser's history says of the steps up to it; `at` is its own. */
export interface Trail {
  steps: string[];
  at: number;
}
type Walk = (step: string) => void;

/** The page in front, if it has steps: told where the browser's way back or forward leads inside it. */
let front: Walk | null = null;

/**
 * Hears of the browser's way back before Taro does, which would draw the page anew for every step: a window calls its
 * listeners in the order in which they came, so this comes before the router starts.
 */
export function watchWayBack(): void {
  addEventListener('popstate', (event) => {
    const trail = (event.state as { trail?: Trail } | null)?.trail;
    const to = trail?.steps[trail.at];
    if (!front || to === undefined) return;
    event.stopImmediatePropagation();
    front(to);
  });
}

/** Takes the way back over as long as the page is in front; answers how to give it up. */
export function walkSteps(walk: Walk): () => void {
  front = walk;
  return () => {
    if (front === walk) front = null;
  };
}
