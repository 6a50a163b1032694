export { readFirstAnswer, readOfficeData, removeSignInLook } from './first-answer.h5.ts';
