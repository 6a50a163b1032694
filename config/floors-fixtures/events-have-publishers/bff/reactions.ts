import { doMore } from './modules/high/do-more.ts';
export const reactions = { 'thing.done': [doMore] };
