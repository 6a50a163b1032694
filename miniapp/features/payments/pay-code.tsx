export { PayCode } from './pay-code.h5.tsx';
