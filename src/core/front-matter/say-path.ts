// Where a value stands, in words: `"due" of item 3 of "action_items"`.

type Path = readonly PropertyKey[];

export function sayPath(path: Path): string {
  const said = say(path);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

function say(path: Path): string {
  const last = path.findLastIndex((segment) => typeof segment === 'number');
  const name = quoteName(path.slice(last + 1));
  if (last === -1) return name;
  const item = `item ${Number(path[last]) + 1}`;
  const owner = last === 0 ? item : `${item} of ${say(path.slice(0, last))}`;
  return last === path.length - 1 ? owner : `${name} of ${owner}`;
}

function quoteName(path: Path): string {
  const name = path.map(String).join('.');
  return `"${name.length > 80 ? `${name.slice(0, 80)}…` : name}"`;
}
