export { CropStage } from './stage.h5.tsx';
