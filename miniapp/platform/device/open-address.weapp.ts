import { copyText } from './copy-text.ts';
import type { OpenAddress } from '../signatures.ts';

/** A mini-program opens no page of others: whoever wants it has the address. */
export const openAddress: OpenAddress = (address) => void copyText(address.replace(/^mailto:/, ''), '地址');

/** What a button says that does it. */
export const OPENS_ADDRESS = '复制地址';
/** Where this client is from. */
export const ownOrigin = (): string => API_ORIGIN;
