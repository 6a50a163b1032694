export { pay, payChannel } from './pay.h5.ts';
