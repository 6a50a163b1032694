/** How long a page has stood still when nobody scrolls it, ms. */
const STILL_MS = 100;

/**
 * Takes the answer away that came with the page (first-answer.ts), once the same is shown by the page itself, with the same
 * lines in view; not while somebody scrolls it.
 */
export function removeFirstAnswer(): void {
  const answer = document.getElementById('first-answer');
  if (!answer) return;
  const take = (seen: number) => {
    const top = window.scrollY;
    if (top !== seen) {
      setTimeout(take, STILL_MS, top);
      return;
    }
    answer.remove();
    // Taro's pages scroll inside themselves, not the window.
    const page = document.querySelector('.taro_page');
    if (page) page.scrollTop = top;
  };
  take(0);
}
