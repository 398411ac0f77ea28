// Types of markdown-it-footnote, which has none.
declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';
  // biome-ignore lint/style/noDefaultExport: it is how the package exports it
  export default function footnote(md: MarkdownIt): void;
}
