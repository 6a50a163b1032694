/** What an entry of the browser's history says of the steps up to it; `at` is its own. */
export interface Trail {
  steps: string[];
  at: number;
}
type Walk = (step: string) => void;

/** The page in front, if it has steps: told where the browser's way back or forward leads inside it. */
let front: Walk | null = null;

/** Takes the way back over as long as the page is in front; answers how to give it up. */
export function walkSteps(walk: Walk): () => void {
  front = walk;
  return () => {
    if (front === walk) front = null;
  };
}

/** Leads the page in front to one of its steps; false: it has none. */
export function walkFront(to: string): boolean {
  front?.(to);
  return front !== null;
}
