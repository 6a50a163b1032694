import type { Page } from 'playwright-core';

/**
 * What can be checked by measuring (WCAG 2.2 AA): contrast of every text that shows, a name for everything that can be
 * operated, and 44 px for what is tapped (look.md; links inside a sentence are excepted). Answers the faults in words.
 */
export function accessibilityFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    type Colour = [number, number, number, number];
    const parse = (text: string): Colour => {
      const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
      return [r, g, b, a];
    };
    const over = (top: Colour, under: Colour): Colour => {
      const mix = (i: 0 | 1 | 2) => top[i] * top[3] + under[i] * (1 - top[3]);
      return [mix(0), mix(1), mix(2), 1];
    };
    const luminance = ([r, g, b]: Colour) => {
      const linear = (v: number) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    };
    const backgroundOf = (element: Element): Colour => {
      const layers: Colour[] = [];
      for (let at: Element | null = element; at; at = at.parentElement) {
        const colour = parse(getComputedStyle(at).backgroundColor);
        if (colour[3] > 0) layers.push(colour);
        if (colour[3] === 1) break;
      }
      return layers.reduceRight<Colour>((under, top) => over(top, under), [255, 255, 255, 1]);
    };
    const shows = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.getClientRects().length > 0;
    const name = (element: Element) =>
      `<${element.tagName.toLowerCase()}> “${(element.textContent ?? '').trim().slice(0, 20)}”`;

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || !shows(element) || element.closest('script, style, :disabled'))
        continue;
      const style = getComputedStyle(element);
      const back = backgroundOf(element);
      const [light, dark] = [luminance(over(parse(style.color), back)), luminance(back)].sort((a, b) => b - a) as [
        number,
        number,
      ];
      const ratio = (light + 0.05) / (dark + 0.05);
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      if (ratio < (isLarge ? 3 : 4.5)) faults.push(`contrast ${ratio.toFixed(2)} of ${name(element)}`);
      if (size < 13) faults.push(`${size} px is too small for ${name(element)}`);
    }
    for (const element of document.querySelectorAll('button, a, input, select, textarea, [role]')) {
      if (!shows(element) || element.matches('[role=status], [role=alert], [role=group], [role=img]')) continue;
      const label =
        element.getAttribute('aria-label') ??
        (element as HTMLInputElement).labels?.[0]?.textContent ??
        element.textContent;
      const isNamed = Boolean(label?.trim()) || Boolean((element as HTMLInputElement).placeholder);
      if (!isNamed) faults.push(`no name: ${element.outerHTML.slice(0, 120)}`);
      if (!element.matches('button, a, input, select, textarea') || getComputedStyle(element).display === 'inline')
        continue;
      const { height } = element.getBoundingClientRect();
      const isDense = element.closest('table, p, dd, [class*=hints]') !== null;
      if (height < 43.5 && !isDense) faults.push(`${height} px high: ${name(element)}`);
    }
    if (!document.querySelector('h1')) faults.push('no h1');
    return [...new Set(faults)];
  });
}

/** Nothing sticks out at the side: the page does not scroll sideways. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate(() => {
    const pages = [...document.querySelectorAll('.taro_page')].filter((element) => element.checkVisibility());
    return Math.max(
      0,
      ...[document.documentElement, ...pages].map((element) => element.scrollWidth - element.clientWidth),
    );
  });
}
