/** WeChat draws title bar and tab bar itself (app.config.ts). */
export function PhoneBar(): null {
  return null;
}
export function PhoneTabs(): null {
  return null;
}
