/** One file, attached or imported; a scan of ten pages has two or three million. */
export const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024;
