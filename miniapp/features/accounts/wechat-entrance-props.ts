import type { SessionReply } from '../../../bff/contract/endpoints/accounts.ts';

/** Ways past the password that the sign-in page offers where there is WeChat. */
export interface WechatEntranceProps {
  /** Page to open afterwards. */
  back: string;
  onSignedIn: (session: SessionReply) => void;
  onFault: (fault: unknown) => void;
}
