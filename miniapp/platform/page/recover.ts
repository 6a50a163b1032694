export { recoverFromStaleFiles } from './recover.h5.ts';
