import type { OpenAddress } from '../signatures.ts';

export const openAddress: OpenAddress = (address) => {
  window.open(address, '_blank', 'noopener,noreferrer');
};
