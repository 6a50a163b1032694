import type { Page } from 'playwright-core';

/**
 * What can be measured of a page of the office (look.md, PC and Admin): the page does not scroll sideways, no field or
 * button lies on another, the head of a column and a day with its hour have one line, and no words stand letter below
 * letter. Answers the faults in words.
 */
export function listFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const shows = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('[aria-hidden]');
    const name = (element: HTMLElement) =>
      `“${(element.innerText || element.querySelector('[aria-label]')?.getAttribute('aria-label') || '').trim().slice(0, 20)}”`;
    if (document.documentElement.scrollWidth > innerWidth + 1) faults.push('the page scrolls sideways');
    // The bar at the foot of a form lies over what scrolls under it.
    const isBar = (element: Element) => element.closest('.action-bar') !== null;

    // The frame that is drawn around a field, not what is typed in it.
    const frames = '.ant-input-affix-wrapper, .ant-select, .ant-input, .ant-btn';
    const solid = [...document.querySelectorAll<HTMLElement>(`main :is(${frames})`)]
      .filter((element) => shows(element) && !element.parentElement?.closest(frames))
      .map((element) => ({ element, box: element.getBoundingClientRect() }));
    for (const [i, one] of solid.entries())
      for (const other of solid.slice(i + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 1 && down > 1 && isBar(one.element) === isBar(other.element))
          faults.push(`${name(one.element)} lies on ${name(other.element)}`);
      }

    const linesOf = (range: Range) =>
      new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 4))).size;
    const TIMES =
      /\d{4}-\d\d-\d\d(?:（周.）)?(?: ?\d{1,2}:\d\d(?::\d\d)?)?|\d{1,2}月\d{1,2}日(?:（周.）)? ?\d{1,2}:\d\d/g;
    const words = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      if (!node.parentElement || !shows(node.parentElement)) continue;
      const all = document.createRange();
      all.selectNodeContents(node);
      const letter = parseFloat(getComputedStyle(node.parentElement).fontSize);
      const isNarrow = [...all.getClientRects()].every(({ width }) => width < 3.2 * letter);
      if (isNarrow && linesOf(all) > 2) faults.push(`letter below letter: ${(node.textContent ?? '').trim()}`);
      const cell = node.parentElement.closest('th, td');
      const text = node.textContent ?? '';
      const pieces = cell?.tagName === 'TH' && cell.closest('thead') ? /\S+/g : TIMES;
      for (const { index, 0: piece } of text.matchAll(pieces)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + piece.length);
        if (linesOf(range) > 1) faults.push(`breaks: ${piece}`);
      }
    }
    return [...new Set(faults)];
  });
}
