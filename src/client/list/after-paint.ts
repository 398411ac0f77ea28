// Work that can wait until the reader sees what there is.

export function afterPaint(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act));
}
