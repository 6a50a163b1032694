import type { Page } from 'playwright-core';

/**
 * What can be measured of a layout (look.md): nothing sticks out, is cut off or lies on top of something else, what is
 * tapped is 44 px high and wide (links inside a sentence and rows of a table are excepted), a field of one line is no higher
 * than two of those, a placeholder fits its field, a day stands on one line, with its hour, and what an accessible name says begins with what is written (WCAG
 * 2.5.3). Answers the faults in words.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const shows = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.getClientRects().length > 0 &&
      !element.closest('[aria-hidden=true]');
    // A dialog makes the page behind it inert.
    const root = document.querySelector('dialog[open]') ?? document.body;
    const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)].filter(shows);
    const name = (element: Element) =>
      `<${element.tagName.toLowerCase()}> “${(element.textContent || element.getAttribute('aria-label') || element.id).trim().slice(0, 24)}”`;
    const text = (words: string) => words.replace(/\s+/g, '');
    const isSkip = (element: Element) => element.getAttribute('href') === '#main';

    if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
    for (const scroller of document.querySelectorAll<HTMLElement>('.taro_page'))
      if (shows(scroller) && scroller.scrollWidth > scroller.clientWidth) faults.push('the page scrolls sideways');

    const taps = all('button, a, input, select, textarea').filter((element) => !isSkip(element));
    for (const element of taps) {
      const { width, height, left, right } = element.getBoundingClientRect();
      if (getComputedStyle(element).display === 'inline') continue;
      const isDense = element.closest('table, p, dd, [class*=hints]') !== null;
      if (!isDense && (height < 43.5 || width < 43.5)) faults.push(`${width} × ${height} px: ${name(element)}`);
      // One line of large type is 56 px high.
      if (element.matches('input, select') && height > 88) faults.push(`${height} px for one line: ${name(element)}`);
      // What scrolls by itself may hold more than it shows.
      const isScrolled = element.closest('table') !== null;
      if (!isScrolled && (left < -0.5 || right > innerWidth + 0.5)) faults.push(`sticks out: ${name(element)}`);
      const said = element.getAttribute('aria-label');
      // The first line is the label; what stands below it describes. Arrows are said in words.
      const label = (element.innerText.split('\n')[0] ?? '').replace(/[↑↓]/g, '');
      if (said !== null && element.matches('button, a') && !text(said).includes(text(label)))
        faults.push(`says “${said}” and shows “${label}”`);
    }
    for (const element of all('button, a, h1, h2, h3, label, td, th')) {
      const { overflowX, textOverflow } = getComputedStyle(element);
      const isCut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1;
      if (isCut && textOverflow !== 'ellipsis' && overflowX !== 'auto') faults.push(`cut off: ${name(element)}`);
    }
    // Words that may not break run out of the box that they stand in, over what stands beside it.
    const boxOf = (element: Element | null): Element | null =>
      element && getComputedStyle(element).display.startsWith('inline') ? boxOf(element.parentElement) : element;
    // A day is read on one line, with its hour.
    const TIMES =
      /\d{4}-\d\d-\d\d(?:（周.）)?(?: ?\d{1,2}:\d\d(?::\d\d)?)?|\d{1,2}月\d{1,2}日(?:（周.）)? ?\d{1,2}:\d\d/g;
    const linesOf = (node: Node, start: number, end: number) => {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 4))).size;
    };
    const words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const box = boxOf(node.parentElement);
      if (!node.textContent?.trim() || !box || !node.parentElement || !shows(node.parentElement)) continue;
      for (const { index, 0: time } of node.textContent.matchAll(TIMES))
        if (linesOf(node, index, index + time.length) > 1) faults.push(`breaks: ${time}`);
      const edges = box.getBoundingClientRect();
      const { overflowX } = getComputedStyle(box);
      if (overflowX !== 'visible' || edges.width <= 1) continue;
      // Word by word: a wide space at the end of a line hangs, and nobody sees it.
      for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const { right, left } = range.getBoundingClientRect();
        if (right > edges.right + 1 || left < edges.left - 1) faults.push(`runs out of its box: ${name(box)}`);
      }
    }
    // A label beside its field has one line.
    for (const label of all('[id$="-label"]')) {
      if (!label.parentElement || !getComputedStyle(label.parentElement).display.includes('flex')) continue;
      const range = document.createRange();
      range.selectNodeContents(label);
      const ends = [...range.getClientRects()].map(({ bottom }) => bottom);
      if (Math.max(...ends) - Math.min(...ends) > 12) faults.push(`breaks beside its field: ${name(label)}`);
    }
    // A button in the head of a page has one line.
    for (const button of all('header button')) {
      const range = document.createRange();
      range.selectNodeContents(button);
      const ends = [...range.getClientRects()].map(({ bottom }) => bottom);
      if (Math.max(...ends) - Math.min(...ends) > 12) faults.push(`breaks in the head: ${name(button)}`);
    }
    const pen = document.createElement('canvas').getContext('2d');
    for (const field of all('input, textarea') as HTMLInputElement[]) {
      const style = getComputedStyle(field);
      if (!pen || !field.placeholder || field.matches('textarea')) continue;
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      if (pen.measureText(field.placeholder).width > room + 1)
        faults.push(`placeholder too long: ${field.placeholder}`);
    }

    // Bars lie over what scrolls under them; everything else has a place of its own.
    const barOf = (element: Element): Element | null => {
      for (let at: Element | null = element; at && at !== root; at = at.parentElement)
        if (/sticky|fixed/.test(getComputedStyle(at).position)) return at;
      return null;
    };
    const solid = [...taps, ...all('h1, h2, label, dt, dd')].map((element) => ({
      element,
      bar: barOf(element),
      box: element.getBoundingClientRect(),
    }));
    for (const [i, one] of solid.entries())
      for (const other of solid.slice(i + 1)) {
        if (one.bar !== other.bar || one.element.contains(other.element) || other.element.contains(one.element))
          continue;
        // The calendar's button stands inside the frame of its field.
        if (one.element.parentElement === other.element.parentElement && one.element.matches('input')) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 2 && down > 2 && !isNegativeMargin(one.element) && !isNegativeMargin(other.element))
          faults.push(`${name(one.element)} lies on ${name(other.element)}`);
      }
    // As tall as a finger without making its row taller: the surplus may reach over the padding of its neighbours.
    function isNegativeMargin(element: Element): boolean {
      return parseFloat(getComputedStyle(element).marginTop) < 0;
    }
    // At the end of the page nothing stays hidden under the bar.
    const scrollers = [...document.querySelectorAll<HTMLElement>('.taro_page')].filter(shows);
    for (const scroller of scrollers) scroller.scrollTop = scroller.scrollHeight;
    const bars = [...new Set(solid.flatMap(({ bar }) => (bar ? [bar] : [])))].map((bar) => bar.getBoundingClientRect());
    const bottom = bars.filter((bar) => bar.bottom >= innerHeight - 1 && bar.height < innerHeight / 2);
    for (const { element, bar } of solid) {
      const box = element.getBoundingClientRect();
      for (const edge of bottom)
        if (!bar && box.bottom > edge.top + 2 && box.top < innerHeight && box.right > edge.left + 2)
          faults.push(`under the bar at the end: ${name(element)}`);
    }
    for (const scroller of scrollers) scroller.scrollTop = 0;
    return [...new Set(faults)];
  });
}
