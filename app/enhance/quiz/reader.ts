/** Whose page this is, in a word that says nothing about her; empty when nobody is signed in. */
export function findReader(): string {
  return document.documentElement.dataset.reader ?? '';
}

/** When this page was kept, where it comes from this device because there was no network. */
export function findKeptAt(): Date | null {
  const { kept } = document.documentElement.dataset;
  return kept ? new Date(kept) : null;
}
