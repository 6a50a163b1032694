export { chooseProofs } from './choose-proofs.h5.ts';
