export { readFirstAnswer, readOfficeData, removeFirstAnswer, removeSignInLook } from './first-answer.h5.ts';
