/** What a person's client or browser was given, to be changed for an openid or a phone number once. */
export interface IssuedCode {
  kind: 'login' | 'phone' | 'web';
  appid: string;
  personId: string;
  issuedAt: number;
  isUsed: boolean;
}

/** An access token of the server, in the order they were given. */
export interface IssuedToken {
  appid: string;
  issuedAt: number;
  /** Given, but no longer good before its time: a forced renewal. */
  endedAt: number | null;
}

/** A subscribe message that reached a person. */
export interface SentMessage {
  at: number;
  openid: string;
  templateId: string;
  page: string;
  data: Record<string, string>;
}

/** Codes of clients are good for five minutes, once. */
export const CODE_MS = 5 * 60_000;
