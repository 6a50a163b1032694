import type { BackFromCentre, LeaveForCentre } from '../signatures.ts';

// No page of another site leads back into the mini-program.
export const leaveForCentre: LeaveForCentre = () => undefined;
export const backFromCentre: BackFromCentre = () => null;
