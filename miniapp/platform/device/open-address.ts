export { openAddress } from './open-address.h5.ts';
