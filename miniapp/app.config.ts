const isH5 = process.env.TARO_ENV === 'h5';

const tab = (pagePath: string, text: string, icon: string) => ({
  pagePath,
  text,
  iconPath: `assets/tab-${icon}.png`,
  selectedIconPath: `assets/tab-${icon}-on.png`,
});

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/applications/index',
    'pages/account/index',
    'pages/sign-in/index',
    'pages/not-found/index',
  ],
  subPackages: [
    {
      root: 'member',
      pages: [
        'apply/index',
        'application/index',
        'password/index',
        'devices/index',
        'wechat/index',
        'inbox/index',
        'archive/index',
        'contacts/index',
        'forgotten/index',
        'activate/index',
        'bulk/index',
      ],
    },
    { root: 'public', pages: ['verify/index', 'share/index', 'wechat/index', 'privacy/index', 'stop-mail/index'] },
  ],
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
          list: [
            tab('pages/home/index', '首页', 'home'),
            tab('pages/applications/index', '我的申请', 'list'),
            tab('pages/account/index', '我的', 'person'),
          ],
        },
        lazyCodeLoading: 'requiredComponents' as const,
        __usePrivacyCheck__: true,
      }),
});
