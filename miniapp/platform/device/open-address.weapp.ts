import { copyText } from './copy-text.ts';
import type { OpenAddress } from '../signatures.ts';

/** A mini-program opens no page of others: whoever wants it has the address. */
export const openAddress: OpenAddress = (address) => void copyText(address.replace(/^mailto:/, ''), '地址');
