export { randomKey } from './random-key.h5.ts';
