import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loader } from './wechat/loader.ts';
import { createPages, split, type AppJson, type Pages } from './wechat/pages.ts';
import { createFields } from './wechat/fields.ts';
import { fire, type Crossing, type Handler, type Page } from './wechat/page.ts';
import { compileTemplates, flatten, listener, squeeze, type Node } from './wechat/render.ts';
import { createPrivacy } from './wechat/privacy.ts';
import { createWx, type AppSigns, type Phone, type WxCall, type WxOptions } from './wechat/wx.ts';
import { CARDS, faultsOf } from './wechat/documented.ts';

/**
 * Runs a production mini-program build in Node, without WeChat: its own compiler (npm miniprogram-compiler) turns the
 * WXML into render functions, page scripts run in a context that has nothing but what WeChat gives (no DOM, no fetch, no
 * URL), events are objects and `wx.*` calls are recorded. What a page shows is what its template makes of its data.
 */
export interface MiniProgram {
  calls: WxCall[];
  /** What WeChat would not have taken; a test expects none. */
  faults: string[];
  phone: Phone;
  /** Goes to the background, where nothing runs, and comes back. */
  app: AppSigns;
  /** Bytes of each setData, as they cross to the render layer. */
  setDataSizes: number[];
  route(): string;
  /** All that the page says, without white space. */
  text(): string;
  /** The page as its template makes it of its data. */
  tree(): Node;
  /** As from a card or a scan: the pages that were open are gone. */
  open(url: string): void;
  /** On top of what is open, as by a tap on a link. */
  push(url: string): void;
  /** The member scrolls the list inside the page so many pixels down. */
  scroll(top: number): void;
  /** The arrow of WeChat's title bar. */
  back(): void;
  /** The member pulls the page down. */
  pullDown(): Promise<void>;
  /** The member scrolls to the end of the page. */
  reachEnd(): void;
  /** How many pages lie on top of each other. */
  depth(): number;
  /** What a chat, or 朋友圈, is given for the page: by WeChat's menu, or by the last tap on a button that sends. */
  sent(to: keyof typeof CARDS, from?: 'menu' | 'button'): Promise<Card>;
  /** Taps what says this, once something listens there. */
  tap(text: string): Promise<void>;
  /** Puts this into a field at once, as from the clipboard. */
  type(id: string, value: string): void;
  /** Types key by key, as fast as a practised thumb, and waits until the page has heard of it all. */
  typeKeys(id: string, text: string): Promise<void>;
  /** The ids of the fields that can be typed into. */
  fields(): string[];
  /** What a field shows on the telephone, whatever the page's data say. */
  shown(id: string): string;
  /** Answers a native picker. */
  pick(id: string, value: string | number): void;
  /** Waits until the page shows the text; throws with what it shows instead. */
  sees(text: string): Promise<void>;
  /** Waits until it is shown no more. */
  loses(text: string): Promise<void>;
}

export interface Card {
  title: string;
  path?: string;
  query?: string;
  imageUrl: string;
}
const WAIT_MS = 120_000;
/** Between two keys of a practised thumb. */
const KEY_MS = 30;
/** So late a setData may arrive on an old telephone. */
export const SLOWEST_SET_DATA_MS = 200;

export function launch(dist: string, options: WxOptions): MiniProgram {
  const render = compileTemplates(dist);
  const appJson = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppJson;
  const setDataSizes: number[] = [];
  const fields = createFields();
  const follow = (page: Page) => fields.follow(page, render(page.path, page.data));
  const crossing: Crossing = {
    sizes: setDataSizes,
    ...(options.setDataMs && { late: { ms: options.setDataMs, arrived: follow } }),
  };
  const calls: WxCall[] = [];
  const faults: string[] = [];
  const phone: Phone = { isOffline: false, isStorageBroken: false, isHidden: false };
  const privacy = createPrivacy(appJson.__usePrivacyCheck__ === true, faults);
  const start = options.opened?.url ?? `/${appJson.pages[0] ?? ''}`;
  const entry = { path: split(start).name, query: split(start).query, scene: options.opened?.scene ?? 1001 };
  /** The button that sends which was tapped last. */
  let sender: object | undefined;

  const definitions = new Map<string, Record<string, unknown>>();
  const pages: Pages = createPages({
    appJson,
    crossing,
    phone,
    packageMs: options.packageMs ?? 0,
    define(name) {
      run(`${name}.js`);
      return definitions.get(name) ?? {};
    },
  });
  const { current } = pages;
  const { wx, app } = createWx(options, { calls, faults, privacy, phone, entry, navigation: pages });
  const run = loader(dist, definitions, wx, entry, () => pages.stack().map((page) => page.instance));

  const tree = () => render(current().path, current().data);
  const text = () => tree().text;
  const byId = (id: string) => {
    const node = flatten(tree()).find((candidate) => candidate.attr.id === id);
    if (!node) throw new Error(`no element #${id}; the page shows: ${text()}`);
    return node;
  };

  /** The member is asked meanwhile: the tap is over long before there is a number. */
  function hear(page: Page, node: Node): void {
    void phoneNumber().then((detail) => fire(page, node, 'getphonenumber', detail));
  }
  async function phoneNumber(): Promise<object> {
    try {
      await privacy.pass('button.getPhoneNumber');
      if (!options.phoneCode) throw new Error('user deny');
      return { errMsg: 'getPhoneNumber:ok', code: await options.phoneCode() };
    } catch (fault) {
      return { errMsg: `getPhoneNumber:fail ${(fault as Error).message}` };
    }
  }

  run('app.js');
  void pages.reLaunch(start);
  return {
    calls,
    faults,
    phone,
    app,
    setDataSizes,
    route: () => current().path,
    text,
    tree,
    open: (url) => void pages.reLaunch(url),
    push: (url) => void pages.navigateTo(url),
    scroll(scrollTop) {
      const list = flatten(tree()).find(({ tag }) => /^(wx-)?scroll-view$/.test(tag));
      if (!list) throw new Error(`nothing to scroll; the page shows: ${text()}`);
      fire(current(), list, 'scroll', { scrollTop });
    },
    back: pages.navigateBack,
    pullDown: async () => void (await (current().instance.onPullDownRefresh as Handler | undefined)?.()),
    reachEnd: () => void (current().instance.onReachBottom as Handler | undefined)?.(),
    depth: () => pages.stack().length,
    async tap(label) {
      const says = (node: Node) => node.text === squeeze(label) && listener(node, 'tap') !== null;
      const node = await until(
        () => flatten(tree()).findLast(says),
        () => `nothing to tap says “${label}”; the page shows: ${text()}`,
      );
      const { attr } = listener(node, 'tap')?.node ?? node;
      const act = attr['open-type'] ?? attr.openType;
      if (act === 'share') sender = { id: attr.id, dataset: {} };
      else if (act === 'getPhoneNumber') hear(current(), node);
      else if (act === 'agreePrivacyAuthorization') {
        privacy.tapAgree(String(attr.id));
        fire(current(), node, 'agreeprivacyauthorization', {});
      } else fire(current(), node, 'tap', {});
    },
    async sent(to, from = 'menu') {
      const offer = current().instance[to] as Handler | undefined;
      if (!offer) throw new Error(`${current().path} offers no ${to}`);
      const given = from === 'button' ? { from, target: sender } : { from };
      const offered = (await offer(given)) as Card & { promise?: Promise<Card> };
      const { promise, ...first } = offered;
      const card = promise ? await promise : first;
      faults.push(...faultsOf(to, card, CARDS[to]));
      const picture = card.imageUrl.startsWith('/') && existsSync(path.join(dist, card.imageUrl));
      if (!picture && !card.imageUrl.startsWith('https://')) faults.push(`${to}: no picture ${card.imageUrl}`);
      return card;
    },
    type: (id, value) => fire(current(), byId(id), 'input', { value }),
    async typeKeys(id, keys) {
      for (const key of keys) {
        const page = current();
        fire(page, byId(id), 'input', { value: fields.press(page, id, key) });
        await pause(KEY_MS);
      }
      await pause(SLOWEST_SET_DATA_MS * 2);
    },
    fields: () => fields.ids(current()),
    // Native fields are followed where the page's data come late; otherwise they show what these say.
    shown: (id) => (options.setDataMs ? fields.shown(current(), id) : String((byId(id).attr.value as string) ?? '')),
    pick: (id, value) => fire(current(), byId(id), 'change', { value }),
    async sees(wanted) {
      await until(
        () => text().includes(squeeze(wanted)) || undefined,
        () => `never saw “${wanted}”; the page shows: ${text()}`,
      );
    },
    async loses(unwanted) {
      await until(
        () => !text().includes(squeeze(unwanted)) || undefined,
        () => `“${unwanted}” stays; the page shows: ${text()}`,
      );
    },
  };
}

/** Asks until there is an answer; throws with `explain` when none comes. */
export async function until<T>(ask: () => T | undefined | Promise<T | undefined>, explain: () => string): Promise<T> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(explain());
    await pause(20);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
