import { showToast } from '../page/show-toast.ts';
import type { KeepFile } from '../signatures.ts';

/** A mini-program can open documents but keep no archive. */
export const CAN_KEEP_FILES: boolean = false;

export const keepFile: KeepFile = () => showToast('请在电脑浏览器中下载');
