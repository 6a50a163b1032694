import type { ScanCode } from '../signatures.ts';

/** A browser's camera app reads codes and opens their addresses by itself. */
export const scanCode: ScanCode | null = null;
