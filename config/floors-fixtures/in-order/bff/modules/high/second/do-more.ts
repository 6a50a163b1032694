import { it } from '../first/do-it.ts';
import { publish } from '../../../events.ts';
export const doMore = () => publish('thing.done', it);
