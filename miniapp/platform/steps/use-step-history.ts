export { useStepHistory } from './use-step-history.h5.ts';
