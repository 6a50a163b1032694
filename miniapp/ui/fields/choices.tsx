export { Choices } from './choices.h5.tsx';
