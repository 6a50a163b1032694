export { isOffline } from './offline.h5.ts';
