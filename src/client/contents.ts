// Marks in "On this page" the part that is being read.

/** A part is being read once its heading has passed this far down the window. */
const READING_LINE = '-75%';

export function followContents(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents__link[href^="#"]')];
  const headings = links.map((link) => document.getElementById(decodeHash(link.hash)));
  if (links.length === 0 || typeof IntersectionObserver === 'undefined') return;

  const passed = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) passed.add(target);
        else passed.delete(target);
      }
      markCurrent(links, lastPassed(headings, passed));
    },
    // Open to the top without end: a heading far above still counts as passed, however fast the reader jumped over it.
    { rootMargin: `1000000px 0px ${READING_LINE} 0px` },
  );
  for (const heading of headings) if (heading) observer.observe(heading);
}

/** The last heading, in the order of the page, that has passed the line; -1 above the first. */
function lastPassed(headings: readonly (Element | null)[], passed: ReadonlySet<Element>): number {
  return headings.findLastIndex((heading) => heading !== null && passed.has(heading));
}

function markCurrent(links: readonly HTMLElement[], current: number): void {
  links.forEach((link, index) => {
    if (index === current) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  });
}

/** An id as it is written in the page; a hash that is not well encoded is taken as it stands. */
export function decodeHash(hash: string): string {
  const id = hash.slice(1);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
