export { readFirstAnswer, removeFirstAnswer } from './first-answer.h5.ts';
