/** Tables of modules below that SQL of this one reads. */
export const reads = ['accounts', 'applications', 'certificates', 'firms', 'lawyers', 'tickets'] as const;
