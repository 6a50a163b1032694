export { CAN_KEEP_FILES, keepFile } from './keep-file.h5.ts';
