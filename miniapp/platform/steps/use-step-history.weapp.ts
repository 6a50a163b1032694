import type { UseStepHistory } from '../signatures.ts';

/** WeChat's own way back leaves the page; the draft stays. */
export const useStepHistory: UseStepHistory = () => undefined;
