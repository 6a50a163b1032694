export { openAddress, OPENS_ADDRESS, ownOrigin } from './open-address.h5.ts';
