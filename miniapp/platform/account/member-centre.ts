export { backFromCentre, leaveForCentre } from './member-centre.h5.ts';
