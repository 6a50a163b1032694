import { doMore } from './modules/top/do-more.ts';
export const reactions = { 'thing.done': [doMore] };
