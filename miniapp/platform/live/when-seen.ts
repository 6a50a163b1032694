export { whenSeen } from './when-seen.h5.ts';
