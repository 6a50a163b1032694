export type It = number;
