export { WechatEntrance } from './wechat-entrance.h5.tsx';
