import type { IsOffline } from '../signatures.ts';

export const isOffline: IsOffline = () => navigator.onLine === false;
