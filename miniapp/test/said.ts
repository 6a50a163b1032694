/** Finds the innermost element that says the words, whatever of them stands in pieces of its own. */
export const said =
  (words: string | RegExp) =>
  (_own: string, element: Element | null): boolean => {
    const says = ({ textContent }: Element) =>
      typeof words === 'string' ? textContent === words : words.test(textContent ?? '');
    return element !== null && says(element) && ![...element.children].some(says);
  };
