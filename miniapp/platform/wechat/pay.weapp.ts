import Taro from '@tarojs/taro';
import type { Pay, PayChannel } from '../signatures.ts';

export const payChannel: PayChannel = () => 'jsapi';
export const pay: Pay = async (payable) => {
  if (payable.kind !== 'jsapi') throw new Error('the mini-program pays by wx.requestPayment');
  const { timeStamp, nonceStr, package: prepay, signType, paySign } = payable.parameters;
  try {
    await Taro.requestPayment({ timeStamp, nonceStr, package: prepay, signType, paySign });
    return 'asked';
  } catch (fault) {
    if (/cancel/.test((fault as { errMsg?: string }).errMsg ?? '')) return 'cancelled';
    throw fault;
  }
};
