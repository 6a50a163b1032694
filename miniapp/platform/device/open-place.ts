export { openPlace } from './open-place.h5.ts';
