/** Tables of modules below that SQL of this one reads. */
export const reads = ['firms', 'lawyers', 'uploads'] as const;
