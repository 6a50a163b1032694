export { scanCode } from './scan-code.h5.ts';
