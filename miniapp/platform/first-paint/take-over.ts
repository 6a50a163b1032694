export { removeFirstAnswer } from './take-over.h5.ts';
