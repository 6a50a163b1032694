import type { Verdict } from './judge.ts';

/** Frequencies, Hz, and a pattern of vibration, ms: told apart without a look. */
const SIGNALS: Record<Verdict['tone'], { tones: number[]; vibration: number[] }> = {
  yes: { tones: [880], vibration: [80] },
  already: { tones: [520, 520], vibration: [60, 80, 60] },
  no: { tones: [220, 180], vibration: [300] },
};
const LENGTH_S = 0.14;

let audio: AudioContext | undefined;

/** Says by ear and hand what the screen says by colour and words. */
export function signal(tone: Verdict['tone']): void {
  const { tones, vibration } = SIGNALS[tone];
  navigator.vibrate?.(vibration);
  try {
    audio ??= new AudioContext();
    tones.forEach((frequency, at) => {
      const oscillator = new OscillatorNode(audio!, { frequency });
      const gain = new GainNode(audio!, { gain: 0.2 });
      oscillator.connect(gain).connect(audio!.destination);
      const from = audio!.currentTime + at * LENGTH_S;
      oscillator.start(from);
      oscillator.stop(from + LENGTH_S * 0.8);
    });
  } catch {
    // A device without sound still has colour and words.
  }
}
