export { showField, showTop } from './show-field.h5.ts';
