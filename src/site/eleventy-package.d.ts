// The part of Eleventy 3.1 we use; the package ships no types. (Not eleventy.d.ts: TypeScript ignores that beside eleventy.ts.)
declare module '@11ty/eleventy' {
  export interface EleventyPage {
    readonly url: string | false;
    readonly inputPath: string;
    readonly outputPath: string | false;
    readonly content: Uint8Array;
  }

  export interface EleventyAfterEvent {
    readonly results: readonly EleventyPage[];
    readonly directories: { readonly input: string; readonly output: string };
  }

  export interface EleventyConfig {
    readonly globalData: Record<string, unknown>;
    addGlobalData(name: string, value: unknown): void;
    addExtension(
      extensions: readonly string[],
      options: {
        key: string;
        compile(this: { defaultRenderer(data: unknown): Promise<unknown> }): (data: unknown) => Promise<unknown>;
      },
    ): void;
    addTemplateFormats(formats: readonly string[]): void;
    addDataExtension(extension: string, options: { read: boolean; parser(path: string): Promise<unknown> }): void;
    setUseGitIgnore(use: boolean): void;
    setQuietMode(quiet: boolean): void;
    on(event: 'eleventy.before', listener: (event: EleventyAfterEvent) => Promise<void> | void): void;
    on(event: 'eleventy.after', listener: (event: EleventyAfterEvent) => Promise<void> | void): void;
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
