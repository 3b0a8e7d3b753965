import type { ExampleLesson } from '~/content/compile-library.server';
import type { HelpLine, Programme } from '~/content/library';
import type { Questionnaire } from '~/content/questionnaire';
import type { NextSteps } from '~/content/next-steps';
import type { Retention } from '~/content/retention';
import type { WayIn } from '~/db/tables/people';
import type { Store } from '~/db/store.server';
import type { OidcProvider } from '~/lib/env.server';
import type { StoreTrouble } from '~/db/store-trouble.server';

/** Rules, help lines and the version of everything under content/. Lessons are read by their hash. */
export type PublishedContent = {
  programmes: Programme[];
  /** What is asked before and after the courses of a programme. */
  questionnaires?: Questionnaire[];
  directory: HelpLine[];
  /** Small steps to choose from after a course. Null while the file is refused: none is offered then. */
  nextSteps?: NextSteps | null;
  /** How long what is kept. Null while the file is refused: nothing is forgotten then. */
  retention?: Retention | null;
  /** The lesson that shows authors every part, with the text it is made from. Null while it is refused. */
  example?: ExampleLesson | null;
  /** Words that come from elsewhere than the messages, with their readings in signs. */
  readings?: ReadonlyMap<string, string>;
  version: string;
};

/** What every loader and action is given beside its request. */
export type Context = {
  store: Store;
  /** Where the service is reached, without a slash at the end. */
  origin: string;
  /** Keys the hashes of short codes and seals what must not be read in the database. */
  secret: string;
  /** Earlier ones, the newest first: nothing new is made with them. */
  olderSecrets: string[];
  /** The visitor's address, behind the trusted proxies. */
  clientAddress: string;
  /** For the content-security policy of this answer. */
  nonce: string;
  /** True while demo people are in the database. */
  demo: boolean;
  /** How mail leaves. With "none" nothing that needs a mail may be promised. */
  mail: 'smtp' | 'mailbox' | 'none';
  /** The cities whose own sign-in may be used. */
  providers: readonly OidcProvider[];
  schemaVersion: number;
  content: PublishedContent;
  /** Written by the application: whose login this request came with, and what began in it. For the log. */
  actor?: string;
  began?: 'login' | 'second-factor';
  way?: WayIn | null;
  /** The way in that was not taken, where the answer's status does not say it. */
  refused?: WayIn;
  /** Written by the application when the database could not do what this request needed. */
  trouble?: StoreTrouble;
  /** Development only: what the content check refused, one line each. */
  contentRefusals?: string[];
};

declare module '@remix-run/node' {
  interface AppLoadContext extends Context {}
}
