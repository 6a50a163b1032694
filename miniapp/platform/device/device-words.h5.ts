import type { DeviceWords } from '../signatures.ts';

const MAX = 150;

export const deviceWords: DeviceWords = () => navigator.userAgent.slice(0, MAX);
