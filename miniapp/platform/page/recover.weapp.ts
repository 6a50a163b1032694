/** A mini-program carries all its files with it. */
export function recoverFromStaleFiles(): void {}
