// Text as a value in YAML, whatever it holds.

/** Plain where no YAML reader could take it for anything but these words, else in JSON's quotes, which are YAML's too. */
export function yamlScalar(text: string): string {
  const isTime = /^\d{4}-\d{2}-\d{2}(?:T[\d:.+Zz-]+)?$/.test(text);
  const isPlain =
    /^\p{L}[\p{L}\p{N} ,.()'-]*$/u.test(text) && text.trim() === text && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isTime || isPlain ? text : JSON.stringify(text);
}
