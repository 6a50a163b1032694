import { PAGES, pagesOf, TABS, type Tab } from './addresses.ts';

const isH5 = process.env.TARO_ENV === 'h5';

const tab = (name: Tab, icon: string) => ({
  pagePath: PAGES[name].slice(1),
  text: TABS[name],
  iconPath: `assets/tab-${icon}.png`,
  selectedIconPath: `assets/tab-${icon}-on.png`,
});

export default defineAppConfig({
  pages: pagesOf('pages').map((page) => `pages/${page}`),
  subPackages: ['member', 'public'].map((root) => ({ root, pages: pagesOf(root) })),
  window: {
    navigationBarTitleText: '律证',
    navigationBarBackgroundColor: '#f6f7f9',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f6f7f9',
    // H5 draws its own title bar (shell).
    ...(isH5 ? { navigationStyle: 'custom' as const } : {}),
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
        __usePrivacyCheck__: true,
      }),
});
