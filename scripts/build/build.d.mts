export const TARGET_NAMES: string[];
export function build(names: string[], options?: { force?: boolean }): Promise<void>;
