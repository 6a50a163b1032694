export { readPageData, removeFirstLook } from './first-answer.h5.ts';
