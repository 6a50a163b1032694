import type { Server } from 'node:http';
import type { Context, Next } from 'koa';
import { AppError } from '../errors.ts';
import { keepsState } from '../platform/singletons.ts';

/** Requests that have no answer so long after the signal are told to come again, ms. */
const ANSWER_WITHIN_MS = 8_000;
/** Then whoever is still sending has this long to notice, ms: to close before that would take the answer back. */
const LINGER_MS = 2_000;
const LOOK_EVERY_MS = 50;

// A process stops once.
const unanswered = new Set<(tooLate: AppError) => void>();
let stage: 'serving' | 'stopping' | 'late' = 'serving';
keepsState(() => {
  unanswered.clear();
  stage = 'serving';
});

const tooLate = () => new AppError('unavailable', { message: '系统正在重新启动，请稍后再试一次' });

/** Answers a request in time also when the process is stopping: with 503 and words, if what it asks takes too long. */
export async function answerBeforeStop(ctx: Context, next: Next): Promise<void> {
  if (stage === 'late') throw tooLate();
  let refuse: (error: AppError) => void = () => undefined;
  const stopped = new Promise<never>((_resolve, reject) => (refuse = reject));
  unanswered.add(refuse);
  try {
    await Promise.race([next(), stopped]);
  } finally {
    unanswered.delete(refuse);
    if (stage !== 'serving') end(ctx);
  }
}

function end({ req, response }: Context): void {
  if (req.complete) {
    response.set('Connection', 'close');
    return;
  }
  // Node would close at once, and the sender might lose the answer: what still comes is read, and kept nowhere.
  req.unpipe();
  req.resume();
}

/** Takes no new connections and resolves when all are closed: every request has been answered, none is cut before. */
export async function drain(server: Server): Promise<void> {
  stage = 'stopping';
  const late = setTimeout(() => {
    stage = 'late';
    for (const refuse of unanswered) refuse(tooLate());
  }, ANSWER_WITHIN_MS);
  const cut = setTimeout(() => server.closeAllConnections(), ANSWER_WITHIN_MS + LINGER_MS);
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS);
  await new Promise((resolve) => server.close(resolve));
  for (const timer of [late, cut, idle]) clearInterval(timer);
}
