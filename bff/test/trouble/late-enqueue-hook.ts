/** `node --import` this file: business code then gets `late-enqueue.ts` for the real one. */
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const isWanted =
      specifier.endsWith('/platform/jobs/enqueue.ts') && !context.parentURL?.endsWith('/late-enqueue.ts');
    return next(isWanted ? new URL('late-enqueue.ts', import.meta.url).href : specifier, context);
  },
});
