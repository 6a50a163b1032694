import type { CanOpenMiniProgram, OpenMiniProgram } from '../signatures.ts';

/** It is open already. */
export const canOpenMiniProgram: CanOpenMiniProgram = () => false;
export const openMiniProgram: OpenMiniProgram = () => undefined;
