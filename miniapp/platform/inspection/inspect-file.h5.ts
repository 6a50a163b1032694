import type { InspectFile } from '../signatures.ts';

/** What can look into files is loaded when the first one is offered. */
export const inspectFile: InspectFile = async (bytes, known) => {
  // Absent on pages over http (unless localhost): there the digest alone is compared.
  if (!globalThis.crypto?.subtle) return null;
  const { inspect } = await import('./inspect.h5.ts');
  return inspect(new Uint8Array(bytes), known);
};
