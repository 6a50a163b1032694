/** The part of @jsreport/jsreport-core (which ships no types) that render.ts uses. */
declare module '@jsreport/jsreport-core' {
  export interface Extension {
    name: string;
    directory: string;
    main: string;
    worker: string;
    requires: { core: string };
    options: Record<string, unknown>;
  }

  export interface Response<Meta> {
    content: Buffer;
    meta: Meta;
  }

  export interface Reporter {
    logger: { silent: boolean };
    use(extension: Extension): Reporter;
    init(): Promise<Reporter>;
    close(): Promise<Reporter>;
    render<Meta>(request: {
      template: { name: string; content: string; engine: 'none'; recipe: string };
      data: object;
      context: object;
    }): Promise<Response<Meta>>;
  }

  export default function createReporter(options: object): Reporter;
}
