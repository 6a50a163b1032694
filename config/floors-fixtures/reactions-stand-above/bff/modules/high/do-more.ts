import { publish } from '../../events.ts';
export const doMore = () => publish('thing.done', 1);
