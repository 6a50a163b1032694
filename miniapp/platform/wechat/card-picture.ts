/** 5:4, copied into the package (config/index.ts); without one WeChat takes a picture of the screen, names and all. */
export const CARD_PICTURE = '/assets/share-card.png';
