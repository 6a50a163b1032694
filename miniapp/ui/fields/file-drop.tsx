export { FileDrop } from './file-drop.h5.tsx';
