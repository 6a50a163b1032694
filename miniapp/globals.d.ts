/** Origin of the API in the mini-program (config/index.ts, defineConstants); '' on H5, which is served by the API's server. */
declare const API_ORIGIN: string;

declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
declare module '*.css';
