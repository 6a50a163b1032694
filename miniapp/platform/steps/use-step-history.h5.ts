import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import type { UseStepHistory } from '../signatures.ts';

/** What an entry of the browser's history says of the steps up to it; `at` is its own. */
interface Trail {
  steps: string[];
  at: number;
}
const trailNow = (): Trail | null => (history.state as { trail?: Trail } | null)?.trail ?? null;
// Taro's own marks in the state stay: for it every step is the same page.
const stateWith = (trail: Trail) => ({ ...(history.state as object | null), trail });

export const useStepHistory: UseStepHistory = (step, goTo) => {
  const isFront = useRef(true);
  useDidShow(() => {
    isFront.current = true;
  });
  useDidHide(() => {
    isFront.current = false;
  });
  const go = useRef(goTo);
  go.current = goTo;

  // Before Taro hears of it, which would draw the page anew.
  useEffect(() => {
    const onPop = (event: PopStateEvent) => {
      const trail = (event.state as { trail?: Trail } | null)?.trail;
      const to = trail?.steps[trail.at];
      if (!isFront.current || to === undefined) return;
      event.stopImmediatePropagation();
      go.current(to);
    };
    addEventListener('popstate', onPop, true);
    return () => removeEventListener('popstate', onPop, true);
  }, []);

  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFront.current) return;
    const trail = trailNow();
    const wasFirst = isFirst.current;
    isFirst.current = false;
    if (trail?.steps[trail.at] === step) return;
    if (!trail || wasFirst) return history.replaceState(stateWith({ steps: [step], at: 0 }), '');
    const before = trail.steps.slice(0, trail.at).lastIndexOf(step);
    if (before >= 0) return history.go(before - trail.at);
    const steps = [...trail.steps.slice(0, trail.at + 1), step];
    history.pushState(stateWith({ steps, at: steps.length - 1 }), '');
  }, [step]);
};
