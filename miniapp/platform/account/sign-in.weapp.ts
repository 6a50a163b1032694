import Taro from '@tarojs/taro';
import type { BackFromWechat, LeaveForWechat, WechatCode, WechatWay } from '../signatures.ts';

export const wechatWay: WechatWay = () => 'code';
export const wechatCode: WechatCode = async () => (await Taro.login()).code;
export const leaveForWechat: LeaveForWechat = () => undefined;
export const backFromWechat: BackFromWechat = () => null;
