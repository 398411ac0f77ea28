// An archive cut down to one edition, before anything is made of it: which files it holds, and their texts, names and attachments as it may show them.
import { readFileSync } from 'node:fs';
import { compileIncident } from '../core/compile.ts';
import { configFor } from '../core/edition/config.ts';
import { type RewriteContext, replacePath, rewriteFile } from '../core/edition/rewrite.ts';
import { type ReadFile, type Secrets, secretsOf } from '../core/edition/secrets.ts';
import { isShownIn } from '../core/edition/shown.ts';
import { makeWording, type Wording } from '../core/edition/wording.ts';
import { readFrontMatter } from '../core/front-matter/read.ts';
import { withoutMetadata } from '../core/image-metadata/strip.ts';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { EditionName } from '../core/model/edition.ts';
import type { Incident } from '../core/model/incident.ts';
import type { SiteConfig, VocabularyName } from '../core/model/site-config.ts';
import { makeFinder } from '../core/withheld/find.ts';
import type { AssetFile } from '../io/assets.ts';
import type { SourceFile } from '../io/read-archive.ts';
import type { LedgerEdition } from './ledger.ts';
import { makeRegistry } from './registry.ts';

export interface CutOptions {
  readonly edition: EditionName;
  readonly config: SiteConfig;
  readonly assets: readonly AssetFile[];
  /** Files in no edition: those with errors, and of a day of the past those that are of later. */
  readonly leftOut: ReadonlySet<string>;
}

export interface Cut {
  readonly edition: EditionName;
  readonly config: SiteConfig;
  readonly sources: readonly SourceFile[];
  readonly assets: readonly AssetFile[];
  readonly secrets: Secrets;
  readonly wording: Wording;
  /** Path of a file in the archive, by its path here. */
  readonly originals: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
  /** Another version of a file of the archive, as the edition would have it. */
  rewrite(file: ReadFile): SourceFile;
}

export function cutEdition(files: readonly ReadFile[], options: CutOptions): Cut {
  const { edition, config, leftOut } = options;
  const shown = files.filter(({ source, frontMatter }) => isShownIn(edition, frontMatter, config) && !leftOut.has(source.path));
  const secrets = secretsOf(files, options);
  const finder = makeFinder(secrets.list);
  const wording = makeWording(secrets, finder);
  const own = configFor(edition, config, { wording, isUsed: usedIn(shown, config) });
  const context = contextOf(files, shown, { ...options, wording, secrets });
  const isPublic = edition === 'public';
  // Files of other editions stay as their authors wrote them, but where they name what is left out.
  const isTouched = ({ source }: ReadFile): boolean => isPublic || secrets.roles !== undefined || namesLeftOut(source, context, finder);
  const rewrite = (file: ReadFile): SourceFile => (isTouched(file) ? rewriteFile(file, context) : file.source);
  const sources = shown.map(rewrite);
  const originals = new Map(shown.map(({ source }, at) => [sources[at]?.path ?? source.path, source.path]));
  const assets = shownAssets(shown, { ...options, wording });
  const diagnostics = [
    ...clashes(shown, sources, wording),
    ...assetClashes(assets, options),
    ...(isPublic ? [...unreadable(assets, options), ...damaged(assets, options)] : []),
    ...sayOrdinary(secrets),
  ];
  return { edition, config: own, sources, assets, secrets, wording, originals, diagnostics, rewrite };
}

/** Terms of incidents of the edition, and teams that own a service or a promise of them. */
function usedIn(shown: readonly ReadFile[], config: SiteConfig): (vocabulary: VocabularyName, id: string) => boolean {
  const incidents = shown.flatMap(({ incident }) => incident ?? []);
  const services = new Set(incidents.flatMap((incident) => incident.services));
  const owners = config.vocabularies.services.terms.flatMap(({ id, owner }) => (owner !== undefined && services.has(id) ? [owner] : []));
  const used: Readonly<Record<VocabularyName, ReadonlySet<string>>> = {
    services,
    teams: new Set([
      ...owners,
      ...incidents.flatMap(({ teams, actionItems }) => [...teams, ...actionItems.flatMap(({ team }) => team ?? [])]),
    ]),
    tags: new Set(incidents.flatMap(({ tags }) => tags)),
    root_causes: new Set(incidents.flatMap(({ rootCauses }) => rootCauses)),
  };
  return (vocabulary, id) => used[vocabulary].has(id);
}

function contextOf(
  files: readonly ReadFile[],
  shown: readonly ReadFile[],
  { edition, config, wording, secrets }: CutOptions & { readonly wording: Wording; readonly secrets: Secrets },
): RewriteContext {
  const names = (list: readonly ReadFile[]): string[] => list.flatMap(({ frontMatter }) => [frontMatter.id, ...frontMatter.aliases]);
  const here = new Set(names(shown));
  const elsewhere = new Set(names(files).filter((name) => !here.has(name)));
  return { settings: config.editions[edition], wording, roles: secrets.roles, isLeftOut: (name) => elsewhere.has(name) };
}

function namesLeftOut({ path, text }: SourceFile, { wording }: RewriteContext, finder: ReturnType<typeof makeFinder>): boolean {
  return finder.find(text).length > 0 || wording.replace(text) !== text || replacePath(path, wording) !== path;
}

/** Attachments of incidents of the edition, under the names they have in it. */
function shownAssets(shown: readonly ReadFile[], { assets, wording }: CutOptions & { readonly wording: Wording }): AssetFile[] {
  const folders = new Set(shown.map(({ source }) => source.path.replace(/\.md$/, '')));
  return assets
    .filter(({ path }) => [...path.matchAll(/\//g)].some(({ index }) => folders.has(path.slice(0, index))))
    .map((asset) => ({ ...asset, path: replacePath(asset.path, wording) }));
}

const START = { line: 1, column: 1 } as const;

/** What had two names and has one without what is withheld: one of them would take the place of the other. */
function clashes(shown: readonly ReadFile[], sources: readonly SourceFile[], wording: Wording): Diagnostic[] {
  const taken = new Map<string, string>();
  return shown.flatMap(({ source, frontMatter }, at) => {
    const addresses = [frontMatter.id, ...frontMatter.aliases].map((name) => `the address ${wording.replace(name)}`);
    const names = [`the path ${sources[at]?.path}`, ...addresses];
    const other = names.map((name) => taken.get(name)).find((path) => path !== undefined);
    for (const name of names) taken.set(name, source.path);
    return other === undefined
      ? []
      : [clash(source.path, `Without what is withheld, its id, path or alias is that of ${other}.`, 'another `id`, name or alias')];
  });
}

function assetClashes(assets: readonly AssetFile[], { assets: all }: CutOptions): Diagnostic[] {
  const originals = new Map(all.map(({ path, absolute }) => [absolute, path]));
  const taken = new Map<string, string>();
  return assets.flatMap(({ path, absolute }) => {
    const own = originals.get(absolute) ?? path;
    const other = taken.get(path);
    taken.set(path, own);
    return other === undefined ? [] : [clash(own, `Without what is withheld, its name is that of ${other}.`, 'another name')];
  });
}

function clash(file: string, message: string, remedy: string): Diagnostic {
  return { file, ...START, severity: 'error', code: 'edition-clash', message, hint: `Give one of the two ${remedy}.` };
}

/** Text can be searched, and images hold none that is text. What a PDF says no program can prove. */
function unreadable(assets: readonly AssetFile[], { assets: all, edition, config }: CutOptions): Diagnostic[] {
  const allowed = new Set(config.editions[edition].attachments);
  const paths = new Map(all.map(({ path, absolute }) => [absolute, path]));
  return assets.flatMap(({ absolute, path }) => {
    const file = paths.get(absolute) ?? path;
    if (!/\.pdf$/i.test(file) || allowed.has(file)) return [];
    const message = `Nobody can prove that this PDF holds nothing withheld, so it cannot be in the ${edition} edition.`;
    const hint = `Read it, and list it under \`editions: ${edition}: attachments\` of the configuration; or take it out of the folder.`;
    return [{ file, ...START, severity: 'error' as const, code: 'unproven-attachment', message, hint }];
  });
}

const IMAGES = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

function damaged(assets: readonly AssetFile[], { assets: all }: CutOptions): Diagnostic[] {
  const paths = new Map(all.map(({ path, absolute }) => [absolute, path]));
  return assets.flatMap(({ absolute, path }) => {
    if (!IMAGES.test(path) || withoutMetadata(path, readFileSync(absolute)) !== 'damaged') return [];
    const message = 'This image cannot be read, so what it may say of where and by whom it was taken cannot be taken out.';
    return [
      { file: paths.get(absolute) ?? path, ...START, severity: 'error' as const, code: 'image-damaged', message, hint: 'Save it again.' },
    ];
  });
}

function sayOrdinary({ ordinary }: Secrets): Diagnostic[] {
  return ordinary.map((title) => {
    const message = `An incident that is left out is called "${title}", words that several others use: they stay, and are not looked for.`;
    return {
      file: '.',
      ...START,
      severity: 'warning' as const,
      code: 'ordinary-title',
      message,
      hint: 'A title that says more can be withheld.',
    };
  });
}

/** For the ledger: versions of the past are read as the edition would have had them. */
export function ledgerEdition({ edition, secrets, wording, rewrite, config: own }: Cut, config: SiteConfig): LedgerEdition {
  const readVersion = (source: SourceFile): Incident | undefined => {
    const frontMatter = readFrontMatter(source, config);
    // What became of it while it was for others is theirs alone; drafts are what it was before it was published.
    const isForThem = isShownIn(edition, { data: frontMatter.data && { visibility: frontMatter.data.visibility } }, config);
    if (!isForThem) return undefined;
    const { incident } = compileIncident(frontMatter, { config, registry: NO_OTHERS });
    const file = rewrite({ source, frontMatter, incident });
    return compileIncident(readFrontMatter(file, own), { config: own, registry: NO_OTHERS }).incident;
  };
  return { key: JSON.stringify([edition, own, secrets.list, wording.numbers()]), name: edition, readVersion };
}

const NO_OTHERS = makeRegistry([]);
