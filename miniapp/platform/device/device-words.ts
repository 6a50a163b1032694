export { deviceWords } from './device-words.h5.ts';
