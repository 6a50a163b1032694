import type { ShowToast } from '../signatures.ts';
import styles from './show-toast.module.css';

const SHOWN_MS = 2400;
let region: HTMLElement | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

export const showToast: ShowToast = (text) => {
  if (!region) {
    region = document.createElement('div');
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  region.className = `lz-toast ${styles.toast}`;
  region.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (!region) return;
    region.textContent = '';
    region.className = '';
  }, SHOWN_MS);
};
