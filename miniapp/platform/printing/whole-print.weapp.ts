import type { UseWholePrint } from '../signatures.ts';

/** The mini-program does not print. */
export const useWholePrint: UseWholePrint = () => undefined;
