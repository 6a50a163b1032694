import type { CanOpenMiniProgram, OpenMiniProgram } from '../signatures.ts';

/** A URL Link opens WeChat on a telephone; on a PC it would end on a page that asks for one. */
export const canOpenMiniProgram: CanOpenMiniProgram = () =>
  /Mobile|Android|iPhone|iPad|HarmonyOS/i.test(navigator.userAgent);
export const openMiniProgram: OpenMiniProgram = (url) => location.assign(url);
