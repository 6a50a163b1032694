export type * from './replies.ts';
