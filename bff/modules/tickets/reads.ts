/** Tables of modules below that SQL of this one reads. */
export const reads = ['uploads'] as const;
