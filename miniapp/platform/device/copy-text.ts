export { copyText } from './copy-text.h5.ts';
