export { useWholePrint } from './whole-print.h5.ts';
