/** A page of the mini-program comes with the program: nothing came with it, and nothing stands there before it. */
export const readFirstAnswer = () => undefined;
export const readOfficeData = () => undefined;
export const removeSignInLook = () => undefined;
