/** A button that asks WeChat for the phone number it vouches for. */
export interface WechatPhoneProps {
  label: string;
  isBusy: boolean;
  /** The code that the server exchanges for the number. */
  onCode: (phoneCode: string) => void;
  /** Why there is none, for people; whoever simply declines hears nothing. */
  onFault: (text: string) => void;
}
