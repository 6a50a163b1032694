import { domainToASCII } from 'node:url';
import { keyedIndex } from '../../platform/crypto/keyed-index.ts';
import { hashToken } from '../../platform/crypto/tokens.ts';

/**
 * One spelling for every way to write an address: full-width and other compatibility forms, case, and a domain in its
 * own script (IDNA) mean one mailbox. Dots and tags are the provider's matter and stay.
 */
export function oneSpelling(address: string): string {
  const plain = address.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const at = plain.lastIndexOf('@');
  const domain = plain.slice(at + 1).replace(/\.+$/, '');
  return `${plain.slice(0, at)}@${domainToASCII(domain) || domain}`;
}

/**
 * The mailbox whose mails are counted together. A `+tag` nearly always reaches the mailbox without it, so it makes no
 * second one here; where a provider means it otherwise, two of its mailboxes share a limit and nothing worse. Dots make
 * none at Gmail only, which has two domains (support.google.com/mail/answer/7436150).
 */
export function mailboxOf(address: string): string {
  const spelled = oneSpelling(address);
  const at = spelled.lastIndexOf('@');
  const name = spelled.slice(0, at);
  const untagged = name.replace(/(?<=.)\+.*$/, '');
  const domain = spelled.slice(at + 1);
  return GMAIL.includes(domain) ? `${untagged.replaceAll('.', '')}@gmail.com` : `${untagged}@${domain}`;
}
const GMAIL: readonly string[] = ['gmail.com', 'googlemail.com'];

/** By what a mailbox is found again: keyed, so that the table cannot be searched for guessed addresses. */
export const recipientKeyOf = (address: string): string => keyedIndex('mail-recipients', mailboxOf(address));

/** The token of a mailbox's stop link: 256 bits that nobody without our key can compute, the same in each of its mails. */
export const stopTokenOf = (address: string): string => keyedIndex('mail-stop-links', mailboxOf(address));

/** What is stored of it. */
export const linkHashOf = (address: string): string => hashToken(stopTokenOf(address));
