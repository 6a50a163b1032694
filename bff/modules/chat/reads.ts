/** Tables of modules below that SQL of this one reads. */
export const reads = ['accounts', 'applications', 'certificates', 'firms', 'lawyers', 'profiles', 'tickets'] as const;
