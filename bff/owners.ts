import { expectVisible } from './modules/certificates/applying/expect-visible.ts';
import { owners } from './modules/files/owners.ts';

/** Kind of owner → whether this actor may see it, its files and its timeline. */
owners.connect({ application: { expectVisible } });
