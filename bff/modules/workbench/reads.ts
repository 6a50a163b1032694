/** Tables of modules below that SQL of this one reads. */
export const reads = ['applications'] as const;
