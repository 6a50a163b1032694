import type { AskPrivacy, DeviceConsent, UsePrivacyQuestion, WatchPrivacy } from '../signatures.ts';

export const askPrivacy: AskPrivacy = () => Promise.resolve(true);
export const watchPrivacy: WatchPrivacy = () => undefined;
export const usePrivacyQuestion: UsePrivacyQuestion = () => null;
/** Browsers ask for each interface by themselves: nothing is agreed to beforehand. */
export const deviceConsent = {
  read: (): DeviceConsent | null => null,
  noteTold: (_accountId: number): void => undefined,
  forget: (): void => undefined,
};
export const openPlatformGuideline: (() => void) | null = null;
