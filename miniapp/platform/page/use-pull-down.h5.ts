import type { UsePullDown } from '../signatures.ts';

export const usePullDown: UsePullDown = () => undefined;
