// The part of the worker that is fetched when the first results stand, or when a query wants more than words that are there. The bundler has
// every `import()` of the search lead here.
export { facets } from '../../core/search/facets.ts';
export { decodeFacts } from '../../core/search/files/facts.ts';
export { decodePositions } from '../../core/search/files/positions.ts';
export { passageSources } from '../../core/search/passage-sources.ts';
export { filteredPage } from '../../core/search/rank/filtered-page.ts';
export { findMended, findPhrase } from '../../core/search/rank/phrases.ts';
export { standIns } from '../../core/search/rank/stand-ins.ts';
export { exactPhrase, suggestions } from '../../core/search/suggestions.ts';
export { unmetIn } from '../../core/search/unmet.ts';
