export { openAddress, opensAddresses, ownOrigin } from './open-address.h5.ts';
