import { useLocation } from '@remix-run/react';
import { editionOfPath, type Edition } from '~/lib/edition';

/** The edition of the page that is drawn; null for the original. */
export function useEdition(): Edition | null {
  return editionOfPath(useLocation().pathname);
}
