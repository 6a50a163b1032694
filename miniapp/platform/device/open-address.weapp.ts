import { copyText } from './copy-text.ts';
import type { OpenAddress, OpensAddresses } from '../signatures.ts';

/** A mini-program opens no page of others: whoever wants it has the address. */
export const openAddress: OpenAddress = (address) => void copyText(address.replace(/^mailto:/, ''), '地址');

/** Whether it opens the page, or only copies its address. */
export const opensAddresses: OpensAddresses = false;
/** Where this client is from. */
export const ownOrigin = (): string => API_ORIGIN;
