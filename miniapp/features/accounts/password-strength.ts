/** How hard a password is to guess, in words. Only the server's rule (10 characters, letters and digits) refuses. */
export type Strength = { level: 0 | 1 | 2 | 3; label: string };

const LABELS = ['不符合要求', '弱', '中', '强'] as const;

/** Length counts most; kinds of characters and variety add. A password without letters, digits or length is level 0. */
export function passwordStrength(password: string): Strength {
  const length = [...password].length;
  if (length < 10 || !/[A-Za-z\u00c0-\uffff]/.test(password) || !/\d/.test(password))
    return { level: 0, label: LABELS[0] };
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(password)).length;
  const variety = new Set(password).size / length;
  const score = (length >= 16 ? 2 : length >= 12 ? 1 : 0) + (kinds >= 3 ? 1 : 0) + (variety > 0.6 ? 0 : -1);
  const level = score >= 2 ? 3 : score === 1 ? 2 : 1;
  return { level, label: LABELS[level] };
}
