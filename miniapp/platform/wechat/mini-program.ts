export { canOpenMiniProgram, openMiniProgram } from './mini-program.h5.ts';
