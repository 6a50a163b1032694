export { keepPicture } from './keep-picture.h5.ts';
