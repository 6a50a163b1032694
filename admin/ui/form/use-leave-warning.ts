import { useCallback, useEffect, useRef } from 'react';
import { useBlocker } from 'react-router';

interface LeaveWarning {
  arm(): void;
  disarm(): void;
}
const QUESTION = '有尚未保存的内容，确定离开吗？';

/** Asks before typed content is left behind: by a link inside, by closing the window or reloading. */
export function useLeaveWarning(): LeaveWarning {
  const isArmed = useRef(false);
  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => {
      if (isArmed.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', onUnload);
    return () => window.removeEventListener('beforeunload', onUnload);
  }, []);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isArmed.current && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(QUESTION)) blocker.proceed();
    else blocker.reset();
  }, [blocker]);
  return {
    arm: useCallback(() => void (isArmed.current = true), []),
    disarm: useCallback(() => void (isArmed.current = false), []),
  };
}
