export { HAS_WECHAT_PHONE, WechatPhone } from './wechat-phone.h5.tsx';
