import type { OpenAddress, OpensAddresses } from '../signatures.ts';

export const openAddress: OpenAddress = (address) => {
  window.open(address, '_blank', 'noopener,noreferrer');
};

/** Whether it opens the page, or only copies its address. */
export const opensAddresses: OpensAddresses = true;
/** Where this client is from. */
export const ownOrigin = (): string => location.origin;
