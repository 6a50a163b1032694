const LEAST_PAUSE_MS = 3_000;
let rangAt = 0;

/** A short quiet tone. Browsers play none before the page was touched once; then the count in the title has to do. */
export function ringOnce(): void {
  if (Date.now() - rangAt < LEAST_PAUSE_MS || typeof AudioContext === 'undefined') return;
  rangAt = Date.now();
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = 660;
  volume.gain.setValueAtTime(0.08, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.4);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.4);
  tone.onended = () => void audio.close();
}
