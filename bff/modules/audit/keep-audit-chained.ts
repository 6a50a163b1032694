import { log } from '../../platform/log/log.ts';
import { chainAudit } from './chain-audit.ts';
import { keepEnd, keepEndNowAndThen } from './known-end.ts';

/** How long an entry may stand outside the chain, ms; what disappears within it leaves no trace. */
const EVERY_MS = 1_000;

/** Chains what was committed, every second, until stopped. One process is enough; several do no harm. */
export function keepAuditChained(): { stop(): Promise<void> } {
  let running = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    running = chainAudit()
      .then(keepEndNowAndThen)
      .then(
        () => undefined,
        (error: unknown) => log.warn({ err: error }, 'audit log not chained, will be tried again'),
      )
      .finally(() => (isBusy = false));
  }, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
      // Whoever begins next knows how far it went; when the store is silent, the next anchor says so.
      await keepEnd().catch((error: unknown) => log.warn({ err: error }, 'the end of the audit log was not kept'));
    },
  };
}
