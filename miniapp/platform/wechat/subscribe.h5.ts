import type { AskToTell } from '../signatures.ts';

/** Pages have the inbox and mail. */
export const askToTell: AskToTell = () => undefined;
