import { createContext } from 'react';

/** What the document around every page needs: the nonce of this answer's policy, and the address of the browser script. */
export const DocumentContext = createContext({ nonce: '', entryModule: '' });
