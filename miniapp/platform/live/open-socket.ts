export { openSocket } from './open-socket.h5.ts';
