// The part of Eleventy 3.1 we use; the package ships no types. (Not eleventy.d.ts: TypeScript ignores that beside eleventy.ts.)
declare module '@11ty/eleventy' {
  export interface EleventyEvent {
    /** Relative to the working folder. */
    readonly directories: { readonly input: string; readonly output: string };
  }

  /** What our extension needs of a template's data. */
  export interface TemplateData {
    readonly page: { readonly outputPath: string | false };
    /** Given by pages that need not be rendered again as long as this stays the same. */
    readonly shows?: (data: TemplateData) => readonly unknown[];
  }

  export interface EleventyConfig {
    readonly globalData: Record<string, unknown>;
    readonly logger: { overrideLogger(logger: Readonly<Record<'log' | 'info' | 'warn' | 'error', (message: string) => void>>): void };
    addGlobalData(name: string, value: unknown): void;
    addExtension(
      extensions: readonly string[],
      options: {
        key: string;
        compile(this: { defaultRenderer(data: TemplateData): Promise<unknown> }): (data: TemplateData) => Promise<void>;
      },
    ): void;
    addTemplateFormats(formats: readonly string[]): void;
    addDataExtension(extension: string, options: { read: boolean; parser(path: string): Promise<unknown> }): void;
    setUseGitIgnore(use: boolean): void;
    setQuietMode(quiet: boolean): void;
    on(event: 'eleventy.before', listener: (event: EleventyEvent) => Promise<void> | void): void;
    on(event: 'eleventy.after', listener: (event: EleventyEvent) => Promise<void> | void): void;
  }

  export default class Eleventy {
    constructor(
      input?: string,
      output?: string,
      options?: { configPath?: string; quietMode?: boolean; runMode?: 'build'; config?: (config: EleventyConfig) => void },
    );
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}
