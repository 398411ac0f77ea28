// A data file as a script that hands its bytes over: what a page opened from a folder, which may not read files, loads in place of the file.

/** What the browser code fetches. The API and the Markdown are for others. */
const FETCHED = /^(?:(?:incidents|actions|insights)\/rows\.json|incidents\/[^/]+\.json|(?:search|triage)\/.+\.(?:json|bin))$/;

export function isFetched(path: string): boolean {
  return FETCHED.test(path);
}

/** Where it lies: beside the file. */
export function dataScriptPath(path: string): string {
  return `${path}.js`;
}

const [BEFORE, AFTER] = ['document.currentScript.bytes="', '"\n'];

/** Base64 has no character that would end the string. */
export function writeDataScript(base64: string): string {
  return BEFORE + base64 + AFTER;
}

/** The base64 in it; undefined for every other script. */
export function readDataScript(text: string): string | undefined {
  if (!text.startsWith(BEFORE) || !text.endsWith(AFTER)) return undefined;
  const base64 = text.slice(BEFORE.length, -AFTER.length);
  return /^[A-Za-z\d+/]*={0,2}$/.test(base64) ? base64 : undefined;
}
