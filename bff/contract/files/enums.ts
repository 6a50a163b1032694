/** What members may attach as proof; told by content, not by name. */
export const FILE_KINDS = { pdf: 'PDF', jpeg: 'JPG', png: 'PNG' } as const;
export type FileKind = keyof typeof FILE_KINDS;
