export { chooseProofs, localFile } from './choose-proofs.h5.ts';
