/* What this project uses of Eleventy 3 and eleventy-img 7, which ship no types of their own. */

declare module "@11ty/eleventy" {
  import type { MarkdownIt } from "markdown-it";

  export interface EleventyConfig {
    readonly globalData: Readonly<Record<string, unknown>>;
    readonly directories: { readonly output: string };
    readonly benchmarks: { readonly config: { setIsVerbose(isVerbose: boolean): void } };
    addGlobalData(name: string, value: unknown): void;
    addTemplateFormats(formats: readonly string[]): void;
    addExtension(extensions: readonly string[], options: { readonly key: string }): void;
    setLibrary(engine: "md", library: MarkdownIt): void;
    setDataFileSuffixes(suffixes: readonly string[]): void;
    setDataFileBaseName(name: string): void;
    setQuietMode(quiet: boolean): void;
    setFreezeReservedData(freeze: boolean): void;
    setUseGitIgnore(use: boolean): void;
    setServerOptions(options: Readonly<Record<string, unknown>>): void;
    on(event: "eleventy.after", listener: (event: { readonly directories: { readonly output: string } }) => Promise<void> | void): void;
  }

  export interface EleventyOptions {
    readonly configPath: string;
    readonly source: "cli" | "script";
    readonly quietMode?: boolean;
    /** Runs before the configuration file. */
    readonly config?: (eleventyConfig: EleventyConfig) => void;
  }

  export class Eleventy {
    constructor(input: string, output: string, options: EleventyOptions);
    init(): Promise<void>;
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}

declare module "@11ty/eleventy-img" {
  export interface ImageFile {
    readonly format: string;
    readonly width: number;
    readonly height: number;
    readonly sourceType: string;
    readonly url: string;
    readonly outputPath: string;
    readonly filename: string;
  }

  export interface ImageOptions {
    readonly widths: readonly (number | "auto")[];
    readonly formats: readonly string[];
    readonly outputDir: string;
    readonly urlPath: string;
    readonly minimumThreshold?: number;
    /** Whether files that are there already are trusted. */
    readonly useCache?: boolean;
    readonly filenameFormat?: (id: string, src: string, width: number, format: string) => string;
    readonly fixOrientation?: boolean;
    readonly sharpOptions?: Readonly<Record<string, unknown>>;
    readonly sharpJpegOptions?: Readonly<Record<string, unknown>>;
    readonly sharpWebpOptions?: Readonly<Record<string, unknown>>;
  }

  /** Makes the files and tells their sizes, by format. Rejects where the source cannot be read. */
  export default function Image(source: string, options: ImageOptions): Promise<Readonly<Record<string, readonly ImageFile[]>>>;
}
