import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { PRIVACY_VERSION } from '../../../bff/contract/privacy/enums.ts';
import { deviceStorage } from './device-storage.ts';
import type { AskPrivacy, DeviceConsent, UsePrivacyQuestion, WatchPrivacy } from '../signatures.ts';

const KEY = 'privacy-consent';
/** WeChat looks whether the button of this id was really tapped. */
const BUTTON_ID = 'privacy-agree';

type Answer = (isAgreed: boolean) => void;
/** Several interfaces may wait for one answer. */
const useWaiting = create<{ answers: Answer[] }>(() => ({ answers: [] }));
const ask = (answer: Answer) => useWaiting.setState(({ answers }) => ({ answers: [...answers, answer] }));

function answerAll(isAgreed: boolean): void {
  if (isAgreed) deviceStorage.write(KEY, { version: PRIVACY_VERSION, toldFor: null } satisfies DeviceConsent);
  const { answers } = useWaiting.getState();
  useWaiting.setState({ answers: [] });
  for (const answer of answers) answer(isAgreed);
}

export const usePrivacyQuestion: UsePrivacyQuestion = () => {
  const { answers } = useWaiting();
  return answers.length ? { buttonId: BUTTON_ID, answer: answerAll } : null;
};

// WeChat older than 2.32.3 knows none of this and asks nothing.
export const watchPrivacy: WatchPrivacy = () =>
  Taro.onNeedPrivacyAuthorization?.((resolve) => {
    resolve({ event: 'exposureAuthorization' });
    ask((isAgreed) => resolve(isAgreed ? { event: 'agree', buttonId: BUTTON_ID } : { event: 'disagree' }));
  });

export const askPrivacy: AskPrivacy = async () => {
  const isCurrent = deviceConsent.read()?.version === PRIVACY_VERSION;
  if (!isCurrent && !(await new Promise<boolean>(ask))) return false;
  if (!Taro.requirePrivacyAuthorize) return true;
  return new Promise((resolve) => {
    Taro.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) });
  });
};

/** What was agreed to on this device. */
export const deviceConsent = {
  read: (): DeviceConsent | null => deviceStorage.read(KEY),
  noteTold(accountId: number): void {
    const consent = deviceConsent.read();
    if (consent) deviceStorage.write(KEY, { ...consent, toldFor: accountId } satisfies DeviceConsent);
  },
  forget: (): void => deviceStorage.forget(KEY),
};

/** WeChat's own page about what this mini-program declares. */
export const openPlatformGuideline: (() => void) | null = () => void Taro.openPrivacyContract?.({});
