// Our way from JSX to text, held to Preact's own on every page of the archive that ships.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ComponentChild, h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { JsxElement } from '../../_includes/jsx/jsx-runtime.ts';
import { loadArchive } from '../../src/site/load.ts';
import { renderHtml } from '../../src/site/render-html.ts';

const root = new URL('../../', import.meta.url);
const input = fileURLToPath(new URL('postmortems', root));
const { archive: kb } = await loadArchive({ input, config: fileURLToPath(new URL('_data/site.yaml', root)), allowErrors: true });

const assets = { css: 'assets/site.css', js: 'assets/site.js', theme: 'assets/theme.js', favicon: 'assets/favicon.svg' };
const cascade = { kb, assets, build: { version: '0.0.0', asOf: kb.asOf }, page: { url: '/' } };

interface PageModule {
  readonly data: {
    readonly pagination?: {
      readonly data: string;
      readonly alias: string;
      readonly before?: (items: unknown[], all: typeof cascade) => readonly unknown[];
    };
    readonly [name: string]: unknown;
  };
  readonly render: (all: object) => unknown;
}

/** What Eleventy hands to the pages of one file, one after the other. */
function cascadesOf({ data }: PageModule): object[] {
  const { pagination } = data;
  if (pagination === undefined) return [cascade];
  const own = data[pagination.data];
  const items = pagination.before?.([], cascade) ?? (Array.isArray(own) ? own : kb.incidents);
  return items.map((item) => ({ ...cascade, [pagination.alias]: item }));
}

/** Our elements as Preact's own. */
function asPreact(node: unknown): ComponentChild {
  if (Array.isArray(node)) return node.map(asPreact);
  if (!(node instanceof JsxElement)) return node as ComponentChild;
  const { type, props } = node;
  if (typeof type === 'function') return h(() => asPreact(type(props)) as VNode, null);
  const { children, ...attributes } = props;
  return h(type, attributes, asPreact(children));
}

const preactHtml = (element: unknown): string => renderToString(asPreact(element) as VNode);

describe('every page is the text that Preact would make of it', () => {
  const pages = readdirSync(new URL('src/pages/', root)).flatMap((name) => name.match(/^(.*)\.11ty\.tsx$/)?.[1] ?? []);
  it.each(pages)('%s', async (name) => {
    const page = (await import(`../../src/pages/${name}.11ty.tsx`)) as PageModule;
    const all = cascadesOf(page);
    expect(all.length).toBeGreaterThan(name === 'alias' ? -1 : 0);
    for (const one of all) expect(renderHtml(page.render(one))).toBe(preactHtml(page.render(one)));
  });
});

it('escapes what could end a text or an attribute, and leaves out what is not there', () => {
  const nothing = [null, undefined, true, false, ''];
  const element = (
    <p title={'"<&>'} id="" hidden={false} class={undefined} aria-hidden={false} spellcheck={false}>
      {'"<&>'} {0} {nothing}
      <input checked value="&amp;" />
      <br />
      <td colSpan={2} />
    </p>
  );
  expect(renderHtml(element)).toBe(preactHtml(element));
});
