import type { OpenSocket } from '../signatures.ts';

/** The cookie goes along by itself: nothing secret stands in an address. */
export const openSocket: OpenSocket = (path, events) => {
  const address = new URL(path, location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  const socket = new WebSocket(address);
  socket.onopen = () => events.opened();
  socket.onmessage = ({ data }) => events.text(String(data));
  socket.onclose = ({ code }) => events.closed(code);
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    },
  };
};
