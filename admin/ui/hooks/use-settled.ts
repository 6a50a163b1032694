import { useEffect, useState } from 'react';

/** The value as it was when it last stood still for `ms`: for work that follows typing. */
export function useSettled<Value extends object>(value: Value, ms: number): Value {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as Value), ms);
    return () => clearTimeout(timer);
  }, [text, ms]);
  // The same words are the same value, so that callers may compare.
  return JSON.stringify(settled) === text ? value : settled;
}
