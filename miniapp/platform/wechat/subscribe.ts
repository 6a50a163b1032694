export { askToTell } from './subscribe.h5.ts';
