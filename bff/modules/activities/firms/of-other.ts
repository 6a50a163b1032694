/** A sentence that is said to a lawyer, as it is said of him to his firm. */
export const ofOther = (sentence: string): string => sentence.replaceAll('您的', '其').replaceAll('您', '其');
