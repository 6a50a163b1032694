export { showField } from './show-field.h5.ts';
