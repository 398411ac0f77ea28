// `fetch` for sites with explicit links. From a folder, where browsers let no page read a file, it loads the script that lies beside every data file.
import { dataScriptPath } from '../../core/text/data-script.ts';

/** Data scripts leave the bytes at their own element. */
interface DataElement extends HTMLScriptElement {
  bytes?: string;
}

/** Not `location`, which the bundler answers for: see src/site/assets-explicit.ts. */
const isFromFolder = self.location.protocol === 'file:';

/** Put in place of the browser's own by the bundler. */
const fetchFile: typeof globalThis.fetch = isFromFolder ? (input) => load(String(input)) : self.fetch.bind(self);

export { fetchFile as fetch };

/** As a server would answer: what is not there is a 404. */
function load(url: string): Promise<Response> {
  return new Promise((resolve) => {
    const script: DataElement = document.createElement('script');
    script.src = dataScriptPath(url);
    script.addEventListener('load', () => {
      script.remove();
      resolve(script.bytes === undefined ? missing() : new Response(bytesOf(script.bytes)));
    });
    script.addEventListener('error', () => {
      script.remove();
      resolve(missing());
    });
    document.head.append(script);
  });
}

function missing(): Response {
  return new Response(null, { status: 404 });
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
