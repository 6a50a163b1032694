import Taro from '@tarojs/taro';
import { bearer } from '../../api/bearer.ts';
import type { OpenSocket } from '../signatures.ts';

/** WeChat lets few sockets exist at once: whoever calls has one, and closes it before the next. */
export const openSocket: OpenSocket = (path, events) => {
  let isOver = false;
  let task: Taro.SocketTask | undefined;
  void Taro.connectSocket({
    url: API_ORIGIN.replace(/^http/, 'ws') + path,
    header: { authorization: `Bearer ${bearer.read()}` },
    fail: () => {
      if (!isOver) events.closed(0);
    },
  }).then(
    (opened) => {
      task = opened;
      if (isOver) {
        opened.close({});
        return;
      }
      opened.onOpen(() => {
        if (!isOver) events.opened();
      });
      opened.onMessage(({ data }: { data: unknown }) => {
        if (!isOver) events.text(String(data));
      });
      opened.onClose((closing?: { code?: number }) => {
        if (!isOver) events.closed(closing?.code ?? 0);
      });
      opened.onError(() => {
        if (!isOver) events.closed(0);
      });
    },
    () => {
      if (!isOver) events.closed(0);
    },
  );
  return {
    send: (text) => task?.send({ data: text }),
    close: () => {
      isOver = true;
      task?.close({});
    },
  };
};
