/**
 * Process that takes sockets by the library alone, and says welcome to whoever says anything: what a socket costs whatever it
 * is for. Argument: port.
 */
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { memory } from './memory.ts';

const accepter = new WebSocketServer({ noServer: true, maxPayload: 4_096, perMessageDeflate: false });
const server = createServer((_request, response) => response.end(JSON.stringify(memory())));
server.on('upgrade', (request, socket, head) =>
  accepter.handleUpgrade(request, socket, head, (ws) => {
    ws.on('message', () => ws.send('{"t":"welcome","v":1}'));
  }),
);
server.listen(Number(process.argv[2]), '127.0.0.1');
