import { stopAll } from './test-dir.ts';

export default stopAll;
