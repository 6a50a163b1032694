/** One file, attached or imported; a scan of ten pages has two or three million. */
export const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024;

/** How long a file waits while others are opened before it. */
export const MAX_WAIT_SECONDS = 40;
