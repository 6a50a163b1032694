export { usePullDown } from './use-pull-down.h5.ts';
