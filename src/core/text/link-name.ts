// What a link is called where its kind is said beside it.
const KIND = /^\s*(?:runbook|dashboard|ticket|chat|status page|change)\s*[:\u2013\u2014-]\s+(?=\S)/i;

/** `cancel exports` of "Runbook: cancel exports", with a capital: what stands before it says that it is one. */
export function linkName(title: string): string {
  const name = title.replace(KIND, '');
  return name === title ? title : name.charAt(0).toUpperCase() + name.slice(1);
}
