import { doIt } from './modules/low/do-it.ts';
export const reactions = { 'thing.done': [doIt] };
