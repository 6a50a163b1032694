export { chooseFiles } from './choose-files.h5.ts';
