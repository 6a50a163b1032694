import { useCallback, useEffect, useState } from 'react';
import { useBlocker } from 'react-router';

interface LeaveWarning {
  arm(): void;
  disarm(): void;
}
const QUESTION = '有尚未保存的内容，确定离开吗？';
/** Forms on the page in which something stands. The router asks one guard only, so all forms tell the same one. */
const armed = new Set<object>();

/** For a form whose content is lost when the page is left: armed while something stands in it. */
export function useLeaveWarning(): LeaveWarning {
  const [form] = useState(() => ({}));
  useEffect(() => () => void armed.delete(form), [form]);
  return {
    arm: useCallback(() => void armed.add(form), [form]),
    disarm: useCallback(() => void armed.delete(form), [form]),
  };
}

/** The same for a form that knows what stands in it. */
export function useWarnWhile(isTyped: boolean): void {
  const { arm, disarm } = useLeaveWarning();
  useEffect(() => (isTyped ? arm() : disarm()), [isTyped, arm, disarm]);
}

/** What stood in the forms of the page has been sent: what leads on from here is not asked about. */
export const nothingIsLost = (): void => armed.clear();

/** Asks before something on the page itself (a tab) takes a form away in which something stands. */
export const mayPutAway = (): boolean => armed.size === 0 || window.confirm(QUESTION);

/** Once around all pages: asks before typed content is left behind, by a link inside, by closing the window or reloading. */
export function useLeaveGuard(): void {
  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => {
      if (armed.size > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', onUnload);
    return () => window.removeEventListener('beforeunload', onUnload);
  }, []);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => armed.size > 0 && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(QUESTION)) blocker.proceed();
    else blocker.reset();
  }, [blocker]);
}
