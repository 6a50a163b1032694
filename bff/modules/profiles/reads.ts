/** Tables of modules below that SQL of this one reads. */
export const reads = ['accounts', 'firms', 'lawyers', 'separate_consents', 'uploads'] as const;
