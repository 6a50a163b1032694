import type { MatcherFunction } from '@testing-library/react';

/** Finds a number that is shown in its parts (Grouped.tsx) by the whole of it, as it is copied. */
export const inParts =
  (number: string): MatcherFunction =>
  (_, element) =>
    element?.className === 'figures grouped' && element.textContent === number;
