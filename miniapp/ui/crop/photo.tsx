export { Photo } from './photo.h5.tsx';
