// A title as it is read: what an edition withholds of it stands in a box, as it does in every other text.
import { redactedPieces } from '../../src/core/text/redacted.ts';

/** The title itself where nothing of it is withheld. */
export function marked(title: string) {
  const pieces = redactedPieces(title);
  if (pieces === undefined) return title;
  return pieces.map(({ text, isRedacted }, at) =>
    isRedacted ? (
      <span class="redacted" key={at}>
        {text}
      </span>
    ) : (
      text
    ),
  );
}
