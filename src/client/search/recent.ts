// The reader's last searches, kept by the browser and told to nobody; a browser that refuses costs the memory, nothing else.

const KEY = 'hindsight.searches';
const MOST = 8;
/** A longer one was pasted, and would not be recognised in a list. */
const LONGEST = 200;

/** The newest first. */
export function recentSearches(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function rememberSearch(query: string): void {
  const text = query.trim();
  if (!/[\p{L}\p{N}]/u.test(text) || text.length > LONGEST) return;
  const others = recentSearches().filter((other) => other.toLowerCase() !== text.toLowerCase());
  write([text, ...others].slice(0, MOST));
}

export function forgetSearches(): void {
  write([]);
}

function write(queries: readonly string[]): void {
  try {
    if (queries.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(queries));
  } catch {
    // Storage is full or denied.
  }
}
