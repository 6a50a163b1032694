export { choosePhoto } from './choose-photo.h5.ts';
