/** Stands for any picture that a component imports. */
export default 'asset';
