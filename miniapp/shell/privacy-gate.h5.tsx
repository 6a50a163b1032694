/** Browsers ask before each interface by themselves. */
export function PrivacyGate(): null {
  return null;
}
