import { createContext } from 'react';

/** True in what is drawn for paper: nothing folds, and nothing moves. */
export const PaperContext = createContext(false);
