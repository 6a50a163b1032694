export { screenPixels, useWide } from './screen.h5.ts';
