import { deviceStorage } from '../../platform/account/device-storage.ts';

const KEY = 'code-ticket';

interface Kept {
  ticket: string;
  /** Epoch milliseconds; no code that was asked for with it is good for longer. */
  until: number;
}

/** With what a code was asked for on this device: the text that comes is good only together with it, after a reload as well. */
export const codeTicket = {
  read(): string | undefined {
    const kept = deviceStorage.read<Kept>(KEY);
    return kept && kept.until > Date.now() ? kept.ticket : undefined;
  },
  keep({ codeTicket: ticket, minutes }: { codeTicket: string; minutes: number }): void {
    deviceStorage.write(KEY, { ticket, until: Date.now() + minutes * 60_000 } satisfies Kept);
  },
  forget: (): void => deviceStorage.forget(KEY),
};
