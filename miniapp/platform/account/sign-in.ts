export { backFromWechat, leaveForWechat, wechatCode, wechatWay } from './sign-in.h5.ts';
