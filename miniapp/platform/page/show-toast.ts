export { showToast } from './show-toast.h5.ts';
