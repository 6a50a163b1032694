/** What runs in a server that keep-running.mjs starts and kills at the next edit, before the server itself. */
import { flushCompileCache } from 'node:module';

// Its parent says that it listens. Node writes down what it has compiled only when it ends by itself, which this server
// never does: every start would compile 2,000 files anew.
process.on('message', () => flushCompileCache());
// Without its parent it would keep the port, and run what nobody edits any more.
process.on('disconnect', () => process.exit(0));
// Neither keeps alive what has come to an end.
process.channel?.unref();
