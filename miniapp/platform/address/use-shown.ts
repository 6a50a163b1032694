export { useShown } from './use-shown.h5.ts';
