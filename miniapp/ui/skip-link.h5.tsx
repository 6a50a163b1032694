import { classes } from './classes.ts';
import elements from './elements.module.css';
import styles from './skip-link.module.css';

/** The first stop of Tab: past menu and header to what the page is about (WCAG 2.4.1). Shows when it has the focus. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className={classes(elements.link, styles.skip, 'lz-screen-only')}
      onClick={(event) => {
        event.preventDefault();
        const { currentTarget } = event;
        // Taro keeps the pages beneath in the document: only this one's is meant.
        const main = currentTarget.closest('.lz')?.querySelector<HTMLElement>('main');
        if (!main) return;
        main.tabIndex = -1;
        main.style.outline = 'none';
        main.focus();
      }}
    >
      跳到正文
    </a>
  );
}
