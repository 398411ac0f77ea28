// One page of a site as a file of its own: what it loads is in it, what it leads to stands there with its full address, and nothing in it runs.
import { createHash } from 'node:crypto';
import domino from '@mixmark-io/domino';
import { contentType } from '../../site/content-types.ts';

export interface PageSource {
  /** Of the page, from the site's root. */
  readonly path: string;
  /** Undefined for what is no file of the site. Paths are from its root. */
  read(path: string): Promise<Uint8Array | undefined>;
}

/** What does nothing without scripts or without the site around it. */
const USELESS = [
  ...['script', 'form', 'button', 'template', '.needs-script'],
  ...['.site-nav', '.site-search', '.site-header__link', '.site-footer__column'],
].join(', ');

/** Where a page of a site lies, for resolving its links: `.invalid` is nobody's (RFC 2606). */
const SITE = 'https://site.invalid/';
const SVG = 'http://www.w3.org/2000/svg';

/** `html` is a page as this site writes it. Rejects with what `read` rejects with. */
export async function selfContained(html: string, source: PageSource): Promise<string> {
  const document = domino.createDocument(html, true);
  const address = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined;
  const css = await readStyles(document, source);
  const icon = await dataOf(document.querySelector('link[rel="icon"]')?.getAttribute('href') ?? '', source);
  removeAll(document, `${USELESS}, link:not([rel="canonical"])`);
  await inlineImages(document, source);
  for (const link of all(document, 'a[href]')) relink(link, source.path, address);
  // Offers to take the incident along in another format, which is not here.
  for (const item of all(document, '.source-links li')) if (!item.querySelector('a[href]')) item.remove();
  addHead(document, css, icon);
  return `<!doctype html>\n${document.documentElement.outerHTML}\n`;
}

async function readStyles(document: Document, source: PageSource): Promise<string> {
  const sheets = all(document, 'link[rel="stylesheet"]').map(async (sheet) => {
    const bytes = await source.read(pathOf(sheet.getAttribute('href') ?? '', source.path) ?? '');
    return Buffer.from(bytes ?? []).toString('utf8');
  });
  return (await Promise.all(sheets)).join('\n');
}

/** Nothing may be loaded, sent or run; the one style is known by its hash. */
function addHead(document: Document, css: string, icon: string | undefined): void {
  if (/<\/style/i.test(css)) throw new Error('the styles of the site would end their element');
  const hash = createHash('sha256').update(css).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.setAttribute('content', policy);
  const style = document.createElement('style');
  style.textContent = css;
  document.head.appendChild(style);
  if (icon === undefined) return;
  const link = document.createElement('link');
  link.setAttribute('rel', 'icon');
  link.setAttribute('href', icon);
  document.head.appendChild(link);
}

async function inlineImages(document: Document, source: PageSource): Promise<void> {
  for (const image of all(document, 'img')) {
    const src = image.getAttribute('src') ?? '';
    if (/^data:/i.test(src)) continue;
    const data = await dataOf(src, source);
    if (data !== undefined) image.setAttribute('src', data);
    else image.replaceWith(document.createTextNode(image.getAttribute('alt') ?? ''));
  }
}

async function dataOf(link: string, { path, read }: PageSource): Promise<string | undefined> {
  const target = pathOf(link, path);
  const bytes = target === undefined ? undefined : await read(target);
  return bytes && target && `data:${contentType(target)};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** `address` is that of the page on its site; without one, nobody can say where other pages are, and a link to them is text. */
function relink(link: Element, path: string, address: string | undefined): void {
  const href = link.getAttribute('href') ?? '';
  const target = pathOf(href, path);
  if (href.startsWith('#') || target === undefined) return;
  const { hash } = new URL(href, SITE);
  if (hash !== '' && [path, path.replace(/index\.html$/, '')].includes(target)) link.setAttribute('href', hash);
  else if (address !== undefined) link.setAttribute('href', new URL(href, address).href);
  else makeText(link);
}

/** In a drawing an `a` is a group like any other; in text it would still look like a link. */
function makeText(link: Element): void {
  link.removeAttribute('href');
  if (link.namespaceURI === SVG) return;
  const text = link.ownerDocument.createElement('span');
  const name = link.getAttribute('class');
  if (name !== null) text.setAttribute('class', name);
  while (link.firstChild) text.appendChild(link.firstChild);
  link.parentNode?.replaceChild(text, link);
}

/** From the site's root; undefined for what lies elsewhere, or nowhere. */
function pathOf(link: string, from: string): string | undefined {
  if (link === '' || !URL.canParse(link, SITE + from)) return undefined;
  const { href, pathname } = new URL(link, SITE + from);
  if (!href.startsWith(SITE)) return undefined;
  try {
    return decodeURIComponent(pathname.slice(1));
  } catch {
    return undefined;
  }
}

function removeAll(document: Document, selector: string): void {
  for (const element of all(document, selector)) element.remove();
}

function all(document: Document, selector: string): Element[] {
  return Array.from(document.querySelectorAll(selector));
}
