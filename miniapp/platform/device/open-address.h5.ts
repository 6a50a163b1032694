import type { OpenAddress } from '../signatures.ts';

export const openAddress: OpenAddress = (address) => {
  window.open(address, '_blank', 'noopener,noreferrer');
};

/** What a button says that does it. */
export const OPENS_ADDRESS = '打开';
/** Where this client is from. */
export const ownOrigin = (): string => location.origin;
