import Taro from '@tarojs/taro';
import type { WhenSeen } from '../signatures.ts';

/** Five seconds after it is hidden nothing runs any more, and what is open breaks off: it is closed before. */
export const whenSeen: WhenSeen = (seen, hidden) => {
  const network = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) seen();
  };
  Taro.onAppShow(seen);
  Taro.onAppHide(hidden);
  Taro.onNetworkStatusChange(network);
  return () => {
    Taro.offAppShow(seen);
    Taro.offAppHide(hidden);
    Taro.offNetworkStatusChange(network);
  };
};
