/** A page of the mini-program comes with the program: nothing was answered before it. */
export const readFirstAnswer = () => undefined;
export const removeFirstAnswer = () => undefined;
