/** Pages of the published mini-program: WeChat knows no others. */
export const PAGES = [
  'pages/home/index',
  'pages/applications/index',
  'pages/account/index',
  'pages/sign-in/index',
  'member/apply/index',
  'member/application/index',
  'member/password/index',
  'member/devices/index',
  'public/verify/index',
];
