/** Tables of modules below that SQL of this one reads. */
export const reads = ['accounts', 'audit_entries', 'lawyers', 'uploads'] as const;
