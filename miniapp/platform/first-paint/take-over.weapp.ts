/** Nothing stands in a page of the mini-program before it (first-answer.ts). */
export const removeFirstAnswer = () => undefined;
