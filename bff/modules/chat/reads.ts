/** Tables of modules below that SQL of this one reads. */
export const reads = ['applications', 'certificates', 'firms', 'lawyers', 'tickets'] as const;
