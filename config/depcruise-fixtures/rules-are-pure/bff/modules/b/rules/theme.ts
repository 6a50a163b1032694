import { it as now } from '../../../platform/clock/clock.ts';
export const used = now;
