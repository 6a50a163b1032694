/**
 * WeChat's own part in asking for privacy: what needs it waits until the member has answered the program's dialog, and an
 * agreement counts only when WeChat's button of that id was tapped.
 */
export interface Privacy {
  /** wx.onNeedPrivacyAuthorization. */
  listen(listener: Listener): void;
  /** A tap on a button with open-type agreePrivacyAuthorization. */
  tapAgree(id: string): void;
  /** Lets an interface through, or refuses it as WeChat does. */
  pass(referrer: string): Promise<void>;
}
type Answer = { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string };
type Listener = (resolve: (answer: Answer) => void, info: { referrer: string }) => void;

/** `isChecked`: the app declares __usePrivacyCheck__; otherwise everything passes, as it did before. */
export function createPrivacy(isChecked: boolean, faults: string[]): Privacy {
  let hasAgreed = !isChecked;
  let listener: Listener | undefined;
  const tapped = new Set<string>();
  return {
    listen: (given) => (listener = given),
    tapAgree(id) {
      tapped.add(id);
      hasAgreed = true;
    },
    async pass(referrer) {
      if (hasAgreed) return;
      const ask = listener;
      if (!ask) throw new Error(`nobody asks before ${referrer}`);
      const answer = await new Promise<Answer>((resolve) =>
        ask((given) => (given.event === 'exposureAuthorization' ? undefined : resolve(given)), { referrer }),
      );
      if (answer.event !== 'agree') throw new Error('privacy permission is not authorized');
      if (!tapped.has(answer.buttonId ?? '')) {
        faults.push(`${referrer}: agreed without a tap on WeChat's button ${answer.buttonId ?? ''}`);
        throw new Error('privacy permission is not authorized');
      }
    },
  };
}
