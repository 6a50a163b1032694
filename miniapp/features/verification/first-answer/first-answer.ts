/** What TypeScript and the tests see; builds take first-answer.h5.ts or first-answer.weapp.ts (config/index.ts). */
export { readFirstAnswer, removeFirstAnswer } from './first-answer.h5.ts';
