/**
 * What came with the page as data, and need not be asked for again: `first-answer` is the answer to a link
 * (bff/modules/verification/first-answer.ts), `office` the office's names and numbers (bff/modules/settings/office-data.ts).
 * Undefined: none came, or it is gone.
 */
export function readPageData<T>(name: 'first-answer' | 'office'): T | undefined {
  const text = document.getElementById(`${name}-data`)?.textContent;
  return text ? (JSON.parse(text) as T) : undefined;
}

/** Takes away what the server painted before any script, once the page shows the same: an answer, or the look of sign-in. */
export const removeFirstLook = (): void => document.querySelector('#first-answer,#sign-in-look')?.remove();
