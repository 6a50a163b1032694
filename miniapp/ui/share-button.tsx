export { ForwardButton, ShareButton, useShareCards } from './share-button.h5.tsx';
