import type { WhenSeen } from '../signatures.ts';

/** A hidden tab keeps its socket: it tells of answers. What was asleep tries again at once. */
export const whenSeen: WhenSeen = (seen) => {
  const visible = () => {
    if (document.visibilityState === 'visible') seen();
  };
  document.addEventListener('visibilitychange', visible);
  window.addEventListener('online', seen);
  return () => {
    document.removeEventListener('visibilitychange', visible);
    window.removeEventListener('online', seen);
  };
};
