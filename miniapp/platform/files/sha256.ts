export { sha256 } from './sha256.h5.ts';
