import { useState } from 'react';

const KEY = 'page-size';

/** Rows of a page of any list; the first is what the server gives unasked. */
export const PAGE_SIZES = [20, 50, 100, 200] as const;

/** How many rows a page has: one's own choice for all lists, remembered in this browser. */
export function usePageSize(): [size: number, choose: (size: number) => void] {
  const [size, setSize] = useState(remembered);
  const choose = (next: number) => {
    setSize(next);
    try {
      localStorage.setItem(KEY, String(next));
    } catch {
      // A browser that keeps nothing chooses for this list alone.
    }
  };
  return [size, choose];
}

function remembered(): number {
  try {
    const kept = Number(localStorage.getItem(KEY));
    return PAGE_SIZES.find((size) => size === kept) ?? PAGE_SIZES[0];
  } catch {
    return PAGE_SIZES[0];
  }
}
