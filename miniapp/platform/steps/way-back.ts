export { watchWayBack } from './way-back.h5.ts';
