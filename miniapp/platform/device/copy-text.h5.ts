import { showToast } from '../page/show-toast.ts';
import type { CopyText } from '../signatures.ts';

export const copyText: CopyText = async (text, what) =>
  showToast((await isCopied(text)) ? `${what}已复制` : '未能复制，请选中文字手动复制');

async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

// Over plain http browsers offer no clipboard object.
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('readonly', '');
  area.style.cssText = 'position:fixed;opacity:0';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
