import type { SessionReply } from '../../../bff/contract/accounts/endpoints.ts';

/** Ways past the password that the sign-in page offers where there is WeChat. */
export interface WechatEntranceProps {
  /** As typed so far: the number that WeChat vouches for stands for the login, never for the password. */
  password: string;
  /** Page to open afterwards. */
  back: string;
  onSignedIn: (session: SessionReply) => void;
  onFault: (fault: unknown) => void;
}
