// The part of @mixmark-io/domino that is used; its own declaration is of a module under another name.
declare module '@mixmark-io/domino' {
  const domino: { createDocument(html: string, force?: boolean): Document };
  // biome-ignore lint/style/noDefaultExport: it is how the package exports it
  export default domino;
}
