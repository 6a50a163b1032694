import { PAGES, pagesOf, TABS, type Tab } from './addresses.ts';

const isH5 = process.env.TARO_ENV === 'h5';
const build = isH5 ? 'h5' : 'weapp';
const PACKAGES = ['member', 'public', 'profile', 'desk'];

const tab = (name: Tab, icon: string) => ({
  pagePath: PAGES[name].slice(1),
  text: TABS[name],
  iconPath: `assets/tab-${icon}.png`,
  selectedIconPath: `assets/tab-${icon}-on.png`,
});

export default defineAppConfig({
  pages: pagesOf('pages', build).map((page) => `pages/${page}`),
  subPackages: PACKAGES.map((root) => ({ root, pages: pagesOf(root, build) })),
  window: {
    navigationBarTitleText: '律证',
    navigationBarBackgroundColor: '#f6f7f9',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f6f7f9',
    // H5 draws its own title bar (shell).
    ...(isH5
      ? { navigationStyle: 'custom' as const }
      : { enablePullDownRefresh: true, backgroundTextStyle: 'dark' as const }),
  },
  ...(isH5
    ? { animation: false }
    : {
        tabBar: {
          color: '#4a5565',
          selectedColor: '#1f3a68',
          backgroundColor: '#ffffff',
          borderStyle: 'white' as const,
          list: [tab('home', 'home'), tab('applications', 'list'), tab('account', 'person')],
        },
        lazyCodeLoading: 'requiredComponents' as const,
        style: 'v2' as const,
        // Who looks at the first page goes on to these: they arrive meanwhile.
        preloadRule: Object.fromEntries(
          [PAGES.home, PAGES.applications, PAGES.account, PAGES.signIn].map((page) => [
            page.slice(1),
            { network: 'all' as const, packages: PACKAGES },
          ]),
        ),
        sitemapLocation: 'sitemap.json',
        __usePrivacyCheck__: true,
      }),
});
