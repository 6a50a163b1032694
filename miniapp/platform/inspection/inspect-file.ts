export { inspectFile } from './inspect-file.h5.ts';
