import Taro from '@tarojs/taro';
import { FormElement, TaroElement } from '@tarojs/runtime';
import { useCallback, useLayoutEffect, useRef } from 'react';

/** What is used of a native field: Taro's element, or a browser's in tests. */
interface NativeField {
  value: string;
}
interface TypedValue {
  /** For the native field, which must not be given `value` itself: React and Taro would send it with every change. */
  ref: (field: NativeField | null) => void;
  /** Hears of what was typed. */
  onInput: (event: { detail: { value: string } }) => void;
}

// Taro's form elements send back what was typed. Between a key and the late setData that answers it the next keys are
// typed: the answer would put the field back and lose them.
FormElement.prototype.dispatchEvent = function dispatch(event) {
  return TaroElement.prototype.dispatchEvent.call(this, event);
};

/**
 * Keeps a native field and `value` the same without answering the field's own events: a field is told only what something
 * else than its keyboard has put into `value`.
 */
export function useTypedValue(value: string, onChange: (value: string) => void): TypedValue {
  const field = useRef<NativeField | null>(null);
  /** What the field shows, as far as is known. */
  const shown = useRef(value);
  /** What the field was told last, and so what stands in the page's data. */
  const told = useRef(value);

  const ref = useCallback((next: NativeField | null) => {
    field.current = next;
    if (!next) return;
    next.value = shown.current;
    told.current = shown.current;
  }, []);

  useLayoutEffect(() => {
    const native = field.current;
    if (!native || value === shown.current) return;
    // WeChat leaves a field alone when the page's data do not change: 'a' typed over '' stays when '' is told again.
    // So the data follow what was typed first.
    const isStale = value === told.current;
    if (isStale) native.value = shown.current;
    shown.current = value;
    told.current = value;
    if (isStale) Taro.nextTick(() => field.current === native && (native.value = shown.current));
    else native.value = value;
  }, [value]);

  return {
    ref,
    onInput: (event) => {
      shown.current = event.detail.value;
      onChange(event.detail.value);
    },
  };
}
