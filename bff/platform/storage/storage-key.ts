/** Segments of letters, digits, dot, dash and underscore, none beginning with a dot: no way out of the directory. */
const KEY = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;
const MAX_LENGTH = 512;

/** Answers the key of a file or folder as it came. Throws Error for anything else. */
export function assertKey(key: string): string {
  if (key.length > MAX_LENGTH || !KEY.test(key)) throw new Error(`not a storage key: ${JSON.stringify(key)}`);
  return key;
}
