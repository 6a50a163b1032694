import styles from './in-wechat.module.css';

/** WeChat's browser keeps no file that a page has made: a click on its link does nothing at all. */
export const isInWechat = (): boolean => /MicroMessenger/i.test(navigator.userAgent);

/** Says how to get at the file where WeChat's browser cannot; stays until it is closed. */
export function explainBrowser(): void {
  const before = document.activeElement;
  const dialog = document.createElement('dialog');
  dialog.className = `lz-dialog ${styles.dialog}`;
  dialog.setAttribute('aria-label', '请在浏览器中下载');
  const words = document.createElement('p');
  words.textContent =
    '微信里不能下载文件。请点右上角“···”，选择“在浏览器打开”（Open in browser），在浏览器里再下载一次。';
  const button = document.createElement('button');
  button.textContent = '知道了';
  const close = () => {
    dialog.remove();
    if (before instanceof HTMLElement) before.focus();
  };
  button.addEventListener('click', close);
  dialog.addEventListener('close', close);
  dialog.append(words, button);
  document.body.append(dialog);
  // Old ones of WeChat's have the element but not the method.
  if (typeof dialog.showModal === 'function') dialog.showModal();
  else dialog.setAttribute('open', '');
  button.focus();
}
