import type { Phone } from './wx.ts';
import { createPage, notify, type Crossing, type Page } from './page.ts';

/** What app.json says of pages, as far as it matters here. */
export interface AppJson {
  pages: string[];
  __usePrivacyCheck__?: boolean;
  subPackages?: { root: string; pages: string[] }[];
  preloadRule?: Record<string, { packages: string[] }>;
  tabBar?: { list: { pagePath: string }[] };
}

/** WeChat opens ten pages on top of each other and no more. */
export const MOST_PAGES = 10;

/** The open pages, as WeChat keeps them: tabs stay, a stack of ten at most, packages that arrive when they are needed. */
export interface Pages {
  current(): Page;
  stack(): Page[];
  navigateTo(url: string): void | Promise<void>;
  redirectTo(url: string): void | Promise<void>;
  switchTab(url: string): void | Promise<void>;
  reLaunch(url: string): void | Promise<void>;
  navigateBack(): void;
}

export function createPages(what: {
  appJson: AppJson;
  crossing: Crossing;
  phone: Phone;
  /** How long a package takes to arrive that is not there yet; 0: all are there. */
  packageMs: number;
  /** Runs a page's script; answers what it was defined with. */
  define: (name: string) => Record<string, unknown>;
}): Pages {
  const { appJson, crossing, phone, packageMs, define } = what;
  const packages = appJson.subPackages ?? [];
  const known = new Set([
    ...appJson.pages,
    ...packages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ]);
  const isTab = (name: string) => appJson.tabBar?.list.some(({ pagePath }) => pagePath === name) ?? false;
  let stack: Page[] = [];
  /** Tabs that were opened: they stay, hidden, until the program is launched anew. */
  const tabs = new Map<string, Page>();
  const arriving = new Map<string, Promise<void>>();
  const arrived = new Set<string>();

  function fetchPackage(root: string): Promise<void> {
    const already = arriving.get(root);
    if (already) return already;
    const coming = new Promise<void>((resolve, reject) => {
      setTimeout(() => {
        arriving.delete(root);
        if (phone.isOffline) return reject(new Error('loadSubpackage: fail'));
        arrived.add(root);
        resolve();
      }, packageMs);
    });
    arriving.set(root, coming);
    return coming;
  }
  /** Goes on at once where the page is there already. */
  function whenThere(name: string, go: () => void): void | Promise<void> {
    if (!known.has(name)) throw new Error(`page "${name}" is not found`);
    const root = packages.find((one) => name.startsWith(`${one.root}/`))?.root;
    if (root === undefined || packageMs === 0 || arrived.has(root)) return go();
    return fetchPackage(root).then(go);
  }
  function appear(page: Page): void {
    notify(page, 'onShow');
    for (const root of appJson.preloadRule?.[page.path]?.packages ?? [])
      if (packageMs > 0 && !arrived.has(root)) fetchPackage(root).catch(() => undefined);
  }
  function enter(url: string): void {
    const { name, query } = split(url);
    const page = createPage(name, define(name), crossing);
    stack.push(page);
    if (isTab(name)) tabs.set(name, page);
    notify(page, 'onLoad', query);
    appear(page);
    notify(page, 'onReady');
  }
  const leave = (page: Page | undefined) => notify(page, 'onUnload');

  return {
    current() {
      const page = stack.at(-1);
      if (!page) throw new Error('no page is open');
      return page;
    },
    stack: () => stack,
    navigateTo(url) {
      const { name } = split(url);
      if (isTab(name)) throw new Error('can not navigateTo a tabbar page');
      if (stack.length >= MOST_PAGES) throw new Error('webview count limit exceed');
      return whenThere(name, () => {
        notify(stack.at(-1), 'onHide');
        enter(url);
      });
    },
    redirectTo(url) {
      const { name } = split(url);
      if (isTab(name)) throw new Error('can not redirectTo a tabbar page');
      return whenThere(name, () => {
        leave(stack.pop());
        enter(url);
      });
    },
    switchTab(url) {
      const { name } = split(url);
      if (!isTab(name)) throw new Error('can not switch to no-tabBar page');
      for (const page of stack.splice(0).reverse()) {
        if (isTab(page.path)) notify(page, 'onHide');
        else leave(page);
      }
      const kept = tabs.get(name);
      if (!kept) return enter(url);
      stack.push(kept);
      appear(kept);
    },
    reLaunch(url) {
      return whenThere(split(url).name, () => {
        const hidden = [...tabs.values()].filter((tab) => !stack.includes(tab));
        for (const page of [...stack.reverse(), ...hidden]) leave(page);
        stack = [];
        tabs.clear();
        enter(url);
      });
    },
    navigateBack() {
      if (stack.length < 2) throw new Error('cannot navigate back at first page.');
      leave(stack.pop());
      const page = stack.at(-1);
      if (page) appear(page);
    },
  };
}

/** An address of a page, its parameters as WeChat hands them over: not decoded. */
export function split(url: string): { name: string; query: Record<string, string> } {
  const [name = '', query = ''] = url.replace(/^\//, '').split('?');
  const pairs = query.split('&').filter(Boolean);
  return { name, query: Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string])) };
}
