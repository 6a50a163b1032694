/** Limits of 联系客服, for server and clients; characters as people count them. */
export const MAX_CHAT_TEXT = 2_000;
export const MAX_CHAT_SUBJECT = 60;
export const MAX_CHAT_FILE_BYTES = 10 * 1024 * 1024;
/** Pictures and other files of one side in one talk. */
export const MAX_CHAT_FILES = 10;
/** Messages of one side in a minute. */
export const MAX_CHAT_MESSAGES_A_MINUTE = 20;
/** How often in a row one side may send the same words. */
export const MAX_SAME_WORDS = 4;
/** New talks of one member in an hour. */
export const MAX_CHATS_AN_HOUR = 3;
/** Messages of one page of a talk. */
export const CHAT_PAGE = 100;
/** How long a message may be taken back, ms. */
export const RETRACT_MS = 2 * 60_000;
/** Expected minutes of waiting for each talk ahead in the queue (desk.md: 前面还有 3 位，约 6 分钟). */
export const MINUTES_A_TALK = 2;
/** For so long before the office hours end, members are told that they do, ms. */
export const CLOSING_SOON_MS = 15 * 60_000;
/** One frame of a socket, bytes. */
export const MAX_FRAME_BYTES = 4_096;
/** The client says so often that it is there, ms; WeChat's sockets send no frames of their own. */
export const BEAT_MS = 25_000;
/** A poll waits so long at most, s: WeChat ends a request after 60. */
export const MAX_POLL_S = 25;
/** Talks that one socket or poll asks for. */
export const MAX_CHATS_AT_ONCE = 20;
