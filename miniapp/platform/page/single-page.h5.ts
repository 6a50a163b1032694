/** Only 朋友圈 shows one page of a mini-program by itself. */
export const isSinglePage = (): boolean => false;
