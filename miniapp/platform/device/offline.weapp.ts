import type { IsOffline } from '../signatures.ts';

/** WeChat answers this only later; what is sent without a network fails at once there. */
export const isOffline: IsOffline = () => false;
