import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import type { UseStepHistory } from '../signatures.ts';
import { walkSteps, type Trail } from './front-steps.ts';

const trailNow = (): Trail | null => (history.state as { trail?: Trail } | null)?.trail ?? null;
// Taro's own marks in the state stay: for it every step is the same page.
const stateWith = (trail: Trail) => ({ ...(history.state as object | null), trail });

export const useStepHistory: UseStepHistory = (step, goTo) => {
  const [isFront, setFront] = useState(true);
  useDidShow(() => setFront(true));
  useDidHide(() => setFront(false));
  const go = useRef(goTo);
  go.current = goTo;
  useEffect(() => (isFront ? walkSteps((to) => go.current(to)) : undefined), [isFront]);

  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFront) return;
    const trail = trailNow();
    const isOpened = isFirst.current;
    isFirst.current = false;
    if (trail?.steps[trail.at] === step) return;
    if (!trail || isOpened) return history.replaceState(stateWith({ steps: [step], at: 0 }), '');
    const before = trail.steps.slice(0, trail.at).lastIndexOf(step);
    if (before >= 0) return history.go(before - trail.at);
    const steps = [...trail.steps.slice(0, trail.at + 1), step];
    history.pushState(stateWith({ steps, at: steps.length - 1 }), '');
  }, [step, isFront]);
};
