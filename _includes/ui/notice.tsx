// A line at the top of a page that changes how the rest is to be read: a draft, files left out.
import type { ComponentChildren } from 'preact';

export interface NoticeProps {
  /** The word in front: `Draft`. */
  readonly word: string;
  /** Only to be known; without it, a warning. */
  readonly isPlain?: boolean | undefined;
  readonly children: ComponentChildren;
}

export function Notice({ word, isPlain = false, children }: NoticeProps) {
  return (
    <p class={isPlain ? 'notice notice--plain' : 'notice'}>
      <b>{word}</b> <span>{children}</span>
    </p>
  );
}

/** Says that the archive is not whole, when a build was allowed to go on without some of its files. */
export function LeftOutNotice({ files }: { readonly files: readonly string[] }) {
  if (files.length === 0) return null;
  return (
    <Notice word="Left out">
      {files.length === 1 ? '1 file has errors and is' : `${files.length} files have errors and are`} not part of this build:{' '}
      {files.slice(0, NAMED).map((file, index) => (
        <>
          {index > 0 && ', '}
          <code>{file}</code>
        </>
      ))}
      {files.length > NAMED && ` and ${files.length - NAMED} more`}. <code>hindsight check</code> says what is wrong.
    </Notice>
  );
}

const NAMED = 5;
