// What the server shows besides the site: the script that reloads, and the page that lists what keeps the site from being built.
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { countOf } from '../../core/text/count.ts';
import { countProblems } from '../report/text.ts';
import { visible } from '../report/visible.ts';

export const RELOAD_PATH = '/__hindsight/reload.js';
export const EVENTS_PATH = '/__hindsight/events';
export const STYLE_PATH = '/__hindsight/problems.css';

/** Connected only while the page is seen: browsers allow six connections to a server, and every open tab would take one. */
export const RELOAD_SCRIPT = `const seen = new URL(document.currentScript.src).searchParams.get('build');
let source;
function connect() {
  source?.close();
  source = undefined;
  if (document.visibilityState === 'hidden') return;
  source = new EventSource('${EVENTS_PATH}');
  source.onmessage = ({ data }) => { if (data !== seen) location.reload(); };
}
document.addEventListener('visibilitychange', connect);
connect();
`;

export const STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 3rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.4rem; }
h2 { font-size: 1rem; margin: 2rem 0 0.5rem; overflow-wrap: anywhere; }
ol { list-style: none; margin: 0; padding: 0; }
li { padding: 0.5rem 0; border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); overflow-wrap: anywhere; }
code, pre { font: 0.9em/1.5 ui-monospace, monospace; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
p { margin: 0; }
.hint, .code { opacity: 0.75; }
`;

/** The page with a script that reloads it when a build other than this one is there. */
export function withReload(html: string, build: string): string {
  const tag = `<script src="${RELOAD_PATH}?build=${build}" defer></script>`;
  const head = html.indexOf('</head>');
  return head === -1 ? html + tag : html.slice(0, head) + tag + html.slice(head);
}

export function problemsPage(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const files = [...new Set(errors.map(({ file }) => file))];
  const sections = files.map((file) => {
    const items = errors.filter((error) => error.file === file).map(problemItem);
    return `<section><h2>${escapeHtml(file)}</h2><ol>${items.join('')}</ol></section>`;
  });
  const lead = `<p>The site is shown again as soon as they are mended; ${countOf(diagnostics.length - errors.length, 'warning')} would not stop it.</p>`;
  return page(`${countProblems(errors)} in the archive`, lead + sections.join(''));
}

export function failurePage(text: string): string {
  return page('The site could not be built', `<p>It is tried again after the next change.</p><pre>${escapeHtml(text)}</pre>`);
}

function problemItem({ file, line, column, code, message, hint }: Diagnostic): string {
  const tail = hint === undefined ? '' : `<p class="hint">${escapeHtml(hint)}</p>`;
  return `<li><p><code>${escapeHtml(file)}:${line}:${column}</code> <span class="code">${escapeHtml(code)}</span></p><p>${escapeHtml(message)}</p>${tail}</li>`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${STYLE_PATH}"></head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>
`;
}

function escapeHtml(text: string): string {
  const shown = text.split('\n').map(visible).join('\n');
  return shown.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
